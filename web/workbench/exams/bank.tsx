import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import '../matter/matter.css'
import './exams.css'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { BankImport } from './bank-import.tsx'
import { bankQuery, questionsQuery } from './queries.ts'
import { ReviewQuestion } from './review-question.tsx'
import { WriteQuestion } from './write-question.tsx'

const kinds = ['single', 'multiple', 'judge', 'case'] as const
const statuses = { ready: 'exams.ready', 'set-aside': 'exams.setAside', withdrawn: 'exams.withdrawn' } as const

/** The bank of the justice bureau: what there is, what waits for review, and the way in. */
export function BankPage() {
  const { t, w, join } = useTexts()
  useHeading(t('exams.bank'))
  const queries = useQueryClient()
  const bank = useQuery(bankQuery)
  const [filter, setFilter] = useState<{ kind?: string; status?: string; q?: string; after?: string }>({})
  const questions = useQuery(questionsQuery({ ...filter, limit: 30 }))
  const [adding, setAdding] = useState(false)
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: ['exam-bank'] }), queries.invalidateQueries({ queryKey: ['exam-questions'] })])
  if (bank.error) return <Failed page error={bank.error} retry={() => void bank.refetch()} />
  if (!bank.data) return <Loading />
  const count = (kind: string) => (bank.data.ready.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.count, 0))
  return (
    <>
      <PageTitle title={t('exams.bank')} under={t('exams.bankIntro')}>
        <Link to="/exams">{t('exams.back')}</Link>
      </PageTitle>
      <Panel title={t('exams.ready')}>
        <dl className="facts pad">
          {kinds.map((kind) => (
            <div key={kind} style={{ display: 'contents' }}>
              <dt>{t(`exams.${kind}`)}</dt>
              <dd>{count(kind)}</dd>
            </div>
          ))}
          <dt>{t('exams.setAside')}</dt>
          <dd>{bank.data.setAside}</dd>
          <dt>{t('exams.withdrawn')}</dt>
          <dd>{bank.data.withdrawn}</dd>
        </dl>
      </Panel>
      <BankImport onImported={() => void refresh()} />
      {adding ? (
        <Panel title={t('exams.add')}>
          <WriteQuestion onDone={() => setAdding(false)} />
        </Panel>
      ) : null}
      <Panel title={t('exams.bank')} aside={adding ? null : <Button size="small" onClick={() => setAdding(true)}>{t('exams.add')}</Button>}>
        <div className="filters pad">
          <div>
            <label htmlFor="bank-kind">{t('common.kind')}</label>
            <Select id="bank-kind" value={filter.kind ?? ''} onChange={(kind: string) => setFilter({ ...filter, kind, after: '' })} style={{ width: '100%' }} options={[{ value: '', label: t('common.all') }, ...kinds.map((value) => ({ value, label: t(`exams.${value}`) }))]} />
          </div>
          <div>
            <label htmlFor="bank-status">{t('exams.state')}</label>
            <Select id="bank-status" value={filter.status ?? ''} onChange={(status: string) => setFilter({ ...filter, status, after: '' })} style={{ width: '100%' }} options={[{ value: '', label: t('common.all') }, ...(['ready', 'set-aside', 'withdrawn'] as const).map((value) => ({ value, label: t(statuses[value]) }))]} />
          </div>
          <div className="wide">
            <label htmlFor="bank-q">{t('exams.find')}</label>
            <Input id="bank-q" allowClear defaultValue="" onPressEnter={(event) => setFilter({ ...filter, q: event.currentTarget.value.trim(), after: '' })} onBlur={(event) => setFilter({ ...filter, q: event.currentTarget.value.trim(), after: '' })} />
          </div>
        </div>
        {questions.error ? <Failed error={questions.error} retry={() => void questions.refetch()} /> : null}
        {questions.data?.rows.length === 0 ? <Empty title={t('exams.noQuestions')} /> : null}
        <ol className="paper-review">
          {(questions.data?.rows ?? []).map((each) => (
            <li key={each.id}>
              <small>
                {t(`exams.${each.kind}`)} · {each.field} · {t('exams.asOf')} {each.asOf} {each.source ? `· ${each.source} ${each.number}` : ''}{' '}
                {each.status === 'ready' ? null : <Tag tone={each.status === 'set-aside' ? 'amber' : 'plain'}>{t(statuses[each.status])}</Tag>} {each.repeats ? <Tag tone="plain">{t('exams.repeats')}</Tag> : null}
              </small>
              <p className="stem">{each.stem}</p>
              {each.options.map((option) => (
                <div key={option.key} style={each.answer.includes(option.key) ? { fontWeight: 600, color: 'var(--jade)' } : undefined}>
                  {each.kind === 'judge' ? '' : `${option.key}. `}
                  {option.text}
                </div>
              ))}
              {each.guide ? <p className="stem dim">{each.guide}</p> : null}
              {each.references.length > 0 ? <p className="dim">{join(each.references.map(w))}</p> : null}
              <ReviewQuestion question={each} />
            </li>
          ))}
        </ol>
        {questions.data?.next ? (
          <div className="pad">
            <Button onClick={() => setFilter({ ...filter, after: questions.data?.next ?? '' })}>{t('common.more')}</Button>
          </div>
        ) : null}
      </Panel>
    </>
  )
}
