import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Static } from 'typebox'
import type { TermAnswer } from '@faheng/api/plan.ts'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'

/** A new term of the whole plan. */
export function PlanTerm() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [changed, setChanged] = useState<number>()
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const save = async (): Promise<void> => {
    setError(undefined)
    try {
      setChanged((await post<Static<typeof TermAnswer>>('/api/plan/term', { id: id.current, from, until })).changed)
      id.current = newId()
      await queries.invalidateQueries({ queryKey: ['plan'] })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Panel title={t('plan.newTerm')}>
      <div className="pad">
        <p className="dim">{t('plan.newTermHint')}</p>
        <div className="plan-pair">
          <div className="field">
            <label htmlFor="plan-from">{t('plan.termFrom')}</label>
            <Input id="plan-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="plan-until">{t('plan.termUntil')}</label>
            <Input id="plan-until" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          </div>
        </div>
        <SubmitProblem error={error} />
        <Button disabled={from === '' || until === ''} onClick={() => void save()}>{t('plan.setTerm')}</Button>
        {changed === undefined ? null : <p role="status">{t('plan.termSet', { n: changed })}</p>}
      </div>
    </Panel>
  )
}
