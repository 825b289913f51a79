import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useRef, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { MeasurePage } from '../answers.ts'

/** The county's own version of a measure; what is not touched stays as it was. */
export function EditMeasure({ measure }: { readonly measure: MeasurePage }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const target = measure.indicators[0]?.target
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState(measure.title.zh)
  const [demand, setDemand] = useState(measure.demand.zh)
  const [yearly, setYearly] = useState(measure.due.slice(5))
  const [aim, setAim] = useState<number | null>(target ?? null)
  const [confirmed, setConfirmed] = useState(!measure.unconfirmed)
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())

  const save = async (): Promise<void> => {
    setError(undefined)
    const change = {
      ...(title === measure.title.zh ? {} : { title: { zh: title, en: title } }),
      ...(demand === measure.demand.zh ? {} : { demand: { zh: demand, en: demand } }),
      ...(yearly === measure.due.slice(5) ? {} : { yearly }),
      ...(aim === null || aim === target ? {} : { target: aim }),
      ...(confirmed === !measure.unconfirmed ? {} : { confirmed }),
    }
    try {
      await post('/api/plan/versions', { id: id.current, measure: measure.number, change })
      id.current = newId()
      await queries.invalidateQueries({ queryKey: ['plan'] })
    } catch (problem) {
      setError(problem)
    }
  }

  return (
    <Panel title={t('plan.edit')} aside={<Button size="small" onClick={() => setOpen(!open)} aria-expanded={open}>{t(open ? 'common.close' : 'common.open')}</Button>}>
      {open ? (
        <div className="pad">
          <div className="field">
            <label htmlFor="edit-title">{t('plan.name')}</label>
            <Input id="edit-title" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="edit-demand">{t('plan.demand')}</label>
            <Input.TextArea id="edit-demand" rows={2} maxLength={400} value={demand} onChange={(event) => setDemand(event.target.value)} />
          </div>
          <div className="field" style={{ maxWidth: 200 }}>
            <label htmlFor="edit-yearly">{t('plan.yearly')}</label>
            <Input id="edit-yearly" value={yearly} onChange={(event) => setYearly(event.target.value)} />
          </div>
          {target === undefined ? null : (
            <div className="field" style={{ maxWidth: 200 }}>
              <label htmlFor="edit-target">{t('plan.targetField')}</label>
              <InputNumber id="edit-target" min={0.1} max={100} value={aim} onChange={setAim} />
            </div>
          )}
          <div className="field">
            <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>{t('plan.confirmed')}</Checkbox>
          </div>
          <SubmitProblem error={error} />
          <Button type="primary" onClick={() => void save()}>{t('common.save')}</Button>
        </div>
      ) : null}
    </Panel>
  )
}
