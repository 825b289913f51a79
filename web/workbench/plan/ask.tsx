import type { ActPerformed, OpenMatterRequest } from '@faheng/api/matters.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import type { Static } from 'typebox'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { MeasurePage } from '../answers.ts'
import { measureQuery } from './queries.ts'
import { untilShown } from './until-shown.ts'

/** The lead body asks bodies for the year's proof: one task, and one act in the ledger, for each. */
export function AskBodies({ measure }: { readonly measure: MeasurePage }) {
  const { t, w } = useTexts()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [bodies, setBodies] = useState<string[]>([])
  const [demand, setDemand] = useState(measure.demand.zh)
  const [due, setDue] = useState(measure.due)
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  // One id a body, kept until it went through: sent twice, it is asked once.
  const ids = useRef(new Map<string, string>())

  const send = async (): Promise<void> => {
    setError(undefined)
    setSending(true)
    try {
      for (const body of bodies) {
        const id = ids.current.get(body) ?? newId()
        ids.current.set(body, id)
        const request: Static<typeof OpenMatterRequest> = { id: `m-${id}`, procedure: 'measure-task', body, first: { id, kind: 'ask-task', payload: { measure: measure.number, demand, due } } }
        await post<Static<typeof ActPerformed>>('/api/matters', request)
      }
      void message.success(t('plan.asked', { n: bodies.length }))
      const matters = bodies.map((body) => `m-${ids.current.get(body)}`)
      // All went through: what is asked next is something else. Had one failed, the others keep their ids and are not asked twice.
      ids.current.clear()
      setBodies([])
      await untilShown(queries, async () => {
        // In the year of its day, which may be another than the page's.
        const { tasks } = await queries.fetchQuery({ ...measureQuery(measure.number, Number(due.slice(0, 4))), staleTime: 0 })
        return matters.every((matter) => tasks.some((task) => task.matter === matter))
      })
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }

  return (
    <Panel title={t('plan.ask')}>
      <div className="pad">
        <div className="field">
          <label htmlFor="ask-bodies">{t('plan.bodies')}</label>
          <Select id="ask-bodies" mode="multiple" value={bodies} onChange={setBodies} optionFilterProp="label" options={measure.bodies.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: '100%' }} />
        </div>
        <div className="field">
          <label htmlFor="ask-demand">{t('plan.demand')}</label>
          <Input.TextArea id="ask-demand" rows={2} maxLength={1000} value={demand} onChange={(event) => setDemand(event.target.value)} />
        </div>
        <div className="field" style={{ maxWidth: 200 }}>
          <label htmlFor="ask-due">{t('plan.due')}</label>
          <Input id="ask-due" type="date" value={due} onChange={(event) => setDue(event.target.value)} />
        </div>
        <SubmitProblem error={error} />
        <Button type="primary" disabled={bodies.length === 0 || demand.trim() === ''} loading={sending} onClick={() => void send()} title={w(measure.title)}>
          {t('plan.askNow')}
        </Button>
      </div>
    </Panel>
  )
}
