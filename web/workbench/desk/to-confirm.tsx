import type { DeskAnswer } from '@faheng/api/matters.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'

type Waiting = Static<typeof DeskAnswer>['toConfirm'][number]

/** Records another officer entered for both: read here, confirmed with one tap a case (R4). */
export function ToConfirm({ waiting, more }: { readonly waiting: readonly Waiting[]; readonly more: number }) {
  const { t } = useTexts()
  if (waiting.length === 0) return null
  return (
    <Panel title={t('desk.toConfirm')} aside={<small>{t('desk.toConfirmWhy')}</small>}>
      <ul className="confirm">
        {waiting.map((each) => (
          <One key={each.matter.id} waiting={each} />
        ))}
      </ul>
      {more > 0 ? <p className="pad dim">{t('desk.moreToConfirm', { n: more >= 200 ? '200+' : more })}</p> : null}
    </Panel>
  )
}

function One({ waiting: { matter, act, entries } }: { readonly waiting: Waiting }) {
  const { t, w, join } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  // One id for as long as the row stands: tapped twice, it is recorded once (D14).
  const [id] = useState(newId)
  const confirm = async (): Promise<void> => {
    setSending(true)
    setProblem(undefined)
    try {
      await post(`/api/matters/${matter.id}/acts`, { id, kind: act, payload: { entries: entries.map((each) => each.id) } })
      void message.success(t('desk.confirmed', { n: entries.length }))
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(false)
      void queries.invalidateQueries({ queryKey: ['desk'] })
    }
  }
  return (
    <li>
      <div>
        <Link to="/matters/$id" params={{ id: matter.id }}>
          {join(matter.parties) || t('common.unidentified')}
        </Link>{' '}
        <small>{matter.number}</small>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <Link to="/matters/$id" params={{ id: matter.id }} hash={`act-${entry.id}`}>
                {w(entry.title)}
              </Link>{' '}
              <small>
                {entry.actorName} · {moment(entry.occurredAt)}
              </small>
            </li>
          ))}
        </ul>
        <SubmitProblem error={problem} />
      </div>
      <Button type="primary" loading={sending} onClick={() => void confirm()} aria-label={t('desk.confirmFor', { party: join(matter.parties), n: entries.length })}>
        {t('desk.confirm', { n: entries.length })}
      </Button>
    </li>
  )
}
