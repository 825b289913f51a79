import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { MeasureForm, type MeasureFields } from './form.tsx'
import { endedQuery, planQuery } from './queries.ts'

const blank: MeasureFields = {
  title: '', titleEn: '', demand: '', demandEn: '', part: 6, group: 21, bodies: [], period: 'year', yearly: '12-31', termFrom: '', termUntil: '', live: '', better: '', betterEn: '', target: null, confirmed: true,
}

/** A measure of the county's own, numbered after those there are; and those that were ended, to let them go on. */
export function OwnMeasures() {
  const { t, w } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const rows = useQuery(planQuery(undefined)).data?.rows ?? []
  const ended = useQuery(endedQuery).data?.rows ?? []
  const next = Math.max(50, ...rows.map(({ number }) => number), ...ended.map(({ number }) => number)) + 1
  const [chosen, setNumber] = useState<number | null>(null)
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<unknown>()
  const number = chosen ?? next
  const revive = async (measure: number): Promise<void> => {
    setError(undefined)
    try {
      await post('/api/plan/versions', { id: newId(), measure, change: { ended: false } })
      await queries.invalidateQueries({ queryKey: ['plan'] })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Panel title={t('plan.own')} aside={<Button size="small" onClick={() => setOpen(!open)} aria-expanded={open}>{t(open ? 'common.close' : 'plan.new')}</Button>}>
      {open ? (
        <MeasureForm key={number} number={number} as={blank} onSaved={() => void navigate({ to: '/plan/measures/$number', params: { number: String(number) }, search: {} })}>
          <div className="field" style={{ maxWidth: 160 }}>
            <label htmlFor="measure-number">{t('plan.number')}</label>
            <InputNumber id="measure-number" min={51} max={999} value={number} onChange={setNumber} style={{ width: '100%' }} />
          </div>
        </MeasureForm>
      ) : null}
      <div className="pad">
        <p className="dim">{t(ended.length > 0 ? 'plan.endedOnes' : 'plan.noneEnded')}</p>
        <SubmitProblem error={error} />
        {ended.map((each) => (
          <p key={each.number}>
            {each.number}　{w(each.title)}{' '}
            <Button size="small" onClick={() => void revive(each.number)} aria-label={`${t('plan.revive')} ${each.number}`}>{t('plan.revive')}</Button>
          </p>
        ))}
      </div>
    </Panel>
  )
}
