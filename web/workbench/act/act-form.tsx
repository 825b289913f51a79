import { App, Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import type { Words } from '@faheng/law/words.ts'
import { RefusalNotice } from '../../shared-ui/components/refusal-notice.tsx'
import { Refused, type Refusal } from '../../shared-ui/client/errors.ts'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Acts, Matter } from '../matter/queries.ts'
import { useMe } from '../me.ts'
import { FileContext, type FileAtHand } from './file-context.ts'
import { Fields } from './form.tsx'
import { fieldId, type Gap, gapsOf, type SchemaNode, trimmed } from './schema.ts'
import { type Sent, useCheck } from './use-check.ts'
import { useDraft } from './use-draft.ts'
import { SubmitProblem } from './submit-problem.tsx'
import { When } from './when.tsx'

interface Props {
  readonly matter: Matter | undefined
  readonly acts: Acts
  readonly body: string
  readonly kind: string
  readonly title: Words
  readonly nature: 'power' | 'fact'
  readonly schema: SchemaNode
  readonly prefill: unknown
  readonly refusals: readonly Refusal[]
  /** Sends the act; throws what the server said. The form's content stays until this succeeds. */
  readonly perform: (act: Sent) => Promise<void>
  readonly aside: (payload: unknown) => ReactNode
  /** Other answers to the same proposal, beside this one. */
  readonly instead?: ReactNode
  /** What stands aside must be read first: on a phone it comes above the form instead of behind a tab. */
  readonly reading?: boolean
}

/** The act in hand: a form made of the law's own description of the act. */
export function ActForm({ matter, acts, body, kind, title, nature, schema, prefill, refusals, perform, aside, instead, reading = false }: Props) {
  const { t, w } = useTexts()
  const me = useMe()
  const { modal } = App.useApp()
  const { draft, restored, change, learnName, clear } = useDraft(me.person, `${matter?.row.id ?? `new-${body}`}:${kind}`, schema, prefill, Date.now)
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [showAside, setShowAside] = useState(false)
  const payload = trimmed(schema, draft.payload)
  const gaps = gapsOf(schema, payload)
  const act: Sent = { id: draft.id, kind, payload, ...timesOf(nature, draft) }
  const checked = useCheck(matter?.row.id, act, gaps.length === 0)
  const file = useMemo<FileAtHand>(() => ({ matter, acts, body, names: draft.names, learnName }), [matter, acts, body, draft.names, learnName])

  const submit = async (): Promise<void> => {
    setTried(true)
    setProblem(undefined)
    if (gaps.length > 0) return reveal(gaps[0] as Gap)
    setSending(true)
    try {
      await perform(act)
      clear()
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(false)
    }
  }

  const barred = nature === 'power' && refusals.length > 0 ? refusals : (checked?.refusals ?? [])
  // What the form already says before sending is not said again after it.
  const repeated = problem instanceof Refused && problem.refusals.every(({ guard, message }) => barred.some((each) => each.guard === guard && each.message.zh === message.zh))
  return (
    <FileContext value={file}>
      {reading ? null : (
        <div className="tabs narrow-only" role="tablist">
          <button type="button" role="tab" aria-selected={!showAside} onClick={() => setShowAside(false)}>
            {t('act.form')}
          </button>
          <button type="button" role="tab" aria-selected={showAside} onClick={() => setShowAside(true)}>
            {t('act.preview')}
          </button>
        </div>
      )}
      <div className={reading ? 'hand reading' : showAside ? 'hand show-aside' : 'hand'}>
        <form
          className="hand-form"
          noValidate
          aria-label={w(title)}
          onKeyDown={withoutEnter}
          onSubmit={(event) => {
            event.preventDefault()
            if (!sending) void submit()
          }}
        >
          {restored ? <p className="notice">{t('act.restored')}</p> : null}
          {nature === 'fact' ? <When draft={draft} change={change} now={Date.now} /> : null}
          <Fields node={schema} value={draft.payload} path={[]} gaps={tried ? gaps : []} onChange={(value) => change({ payload: value as Record<string, unknown> })} />
          {barred.length > 0 ? <RefusalNotice refusals={barred} /> : null}
          {checked && checked.marks.length > 0 ? <RefusalNotice refusals={checked.marks} mark /> : null}
          {tried && gaps.length > 0 ? (
            <p className="notice amber" role="alert">
              {gaps.length === 1 ? t('act.missingOne', { label: w((gaps[0] as Gap).label) }) : t('act.missing', { n: gaps.length })}
            </p>
          ) : null}
          {repeated ? null : <SubmitProblem error={problem} />}
          <div className="hand-actions">
            <Button type="primary" htmlType="submit" loading={sending}>
              {t(nature === 'power' ? 'act.submitPower' : 'act.submitFact', { title: w(title) })}
            </Button>
            {instead}
            {draft.saved || restored ? (
              <Button onClick={() => void modal.confirm({ title: t('act.discard'), content: t('act.discardAsk'), okText: t('act.discard'), cancelText: t('common.cancel'), icon: null, onOk: clear })}>
                {t('act.discard')}
              </Button>
            ) : null}
            {draft.saved ? <small>{t('act.saved', { at: moment(draft.saved).slice(11) })}</small> : null}
          </div>
        </form>
        <div className="hand-aside">{aside(payload)}</div>
      </div>
    </FileContext>
  )
}

/** Enter ends a line or takes a day; an act is performed by its button alone. */
function withoutEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'file') event.preventDefault()
}

/** A power happens when it is performed; a fact says when it happened. */
const timesOf = (nature: 'power' | 'fact', draft: { occurredAt: string | undefined; source: 'stated' | 'device' | 'paper'; lateReason: string }): Pick<Sent, 'occurredAt' | 'source' | 'lateReason'> =>
  nature === 'power' || draft.occurredAt === undefined ? {} : { occurredAt: draft.occurredAt, source: draft.source, ...(draft.lateReason.trim() ? { lateReason: draft.lateReason.trim() } : {}) }

/** Brings the first gap into view and puts the cursor there. */
function reveal(gap: Gap): void {
  const id = fieldId(gap.path)
  const field = document.getElementById(id) ?? document.getElementById(`${id}-set`)
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
