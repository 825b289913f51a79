import { useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useRef, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { MeasurePage } from '../answers.ts'
import { MeasureForm, type MeasureFields } from './form.tsx'

/** The county's own version of a measure, and its end. */
export function EditMeasure({ measure, onEnded }: { readonly measure: MeasurePage; readonly onEnded: () => void }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const end = async (): Promise<void> => {
    setError(undefined)
    try {
      await post('/api/plan/versions', { id: id.current, measure: measure.number, change: { ended: true } })
      onEnded()
      await queries.invalidateQueries({ queryKey: ['plan'] })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Panel title={t('plan.edit')} aside={<Button size="small" onClick={() => setOpen(!open)} aria-expanded={open}>{t(open ? 'common.close' : 'common.open')}</Button>}>
      {open ? (
        <>
          <MeasureForm number={measure.number} as={fieldsOf(measure)} onSaved={() => setOpen(false)} />
          <div className="pad">
            <SubmitProblem error={error} />
            <Popconfirm title={t('plan.endSure')} okText={t('plan.end')} cancelText={t('common.close')} onConfirm={() => void end()}>
              <Button danger>{t('plan.end')}</Button>
            </Popconfirm>
          </div>
        </>
      ) : null}
    </Panel>
  )
}

function fieldsOf({ title, demand, part, group, responsibleBodies, due, term, unconfirmed, number, indicators }: MeasurePage): MeasureFields {
  const [first] = indicators
  const hand = indicators.find(({ source }) => source === 'none')
  const live = number > 50 && first?.unit === 'percent' ? first : undefined
  return {
    title: title.zh, titleEn: title.en, demand: demand.zh, demandEn: demand.en, part: part.number, group: group.number, bodies: responsibleBodies, period: hand === undefined ? '' : hand.period === 'quarter' ? 'quarter' : 'year', yearly: due.slice(5),
    termFrom: term?.from ?? '', termUntil: term?.until ?? '', live: live?.part ?? '', better: live?.better.zh ?? '', betterEn: live?.better.en ?? '', target: first?.target ?? null, confirmed: !unconfirmed,
  }
}
