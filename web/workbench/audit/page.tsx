import type { SignInsAnswer, VerbsAnswer } from '@faheng/api/people.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment } from '../../shared-ui/format.ts'
import type { TextKey } from '../../shared-ui/texts/texts.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

type Log = 'verbs' | 'sign-ins'

/** What was done in administration, and who signed in: never the content of cases. */
export function AuditPage() {
  const { t } = useTexts()
  const [log, setLog] = useState<Log>('verbs')
  const [after, setAfter] = useState<string>()
  useHeading(t('audit.title'))
  return (
    <>
      <PageTitle title={t('audit.title')} under={t('audit.intro')} />
      <div className="tabs" role="tablist">
        {(['verbs', 'sign-ins'] as const).map((each) => (
          <button key={each} type="button" role="tab" aria-selected={log === each} onClick={() => { setLog(each); setAfter(undefined) }}>
            {t(`audit.${each}`)}
          </button>
        ))}
      </div>
      {log === 'verbs' ? <Verbs after={after} onPage={setAfter} /> : <SignIns after={after} onPage={setAfter} />}
    </>
  )
}

interface Paged {
  readonly after: string | undefined
  readonly onPage: (after: string | undefined) => void
}

function Verbs({ after, onPage }: Paged) {
  const { t } = useTexts()
  const { data, error } = useQuery({ queryKey: ['audit', 'verbs', after], queryFn: ({ signal }) => get<Static<typeof VerbsAnswer>>(withQuery('/api/audit/verbs', { after }), signal), placeholderData: keepPreviousData })
  if (error) return <Failed error={error} />
  if (!data) return <Loading />
  return (
    <Panel title={t('audit.verbs')}>
      {data.rows.length === 0 ? (
        <Empty title={t('audit.none')} />
      ) : (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('audit.at')}</th>
              <th scope="col">{t('audit.who')}</th>
              <th scope="col">{t('audit.what')}</th>
              <th scope="col">{t('audit.content')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td className="number">{moment(row.at)}</td>
                <td className="mono">{row.person}</td>
                <td className="mono">{row.verb}</td>
                <td className="mono" style={{ overflowWrap: 'anywhere' }}>{JSON.stringify(row.content)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pages next={data.next} after={after} onPage={onPage} />
    </Panel>
  )
}

function SignIns({ after, onPage }: Paged) {
  const { t } = useTexts()
  const { data, error } = useQuery({ queryKey: ['audit', 'sign-ins', after], queryFn: ({ signal }) => get<Static<typeof SignInsAnswer>>(withQuery('/api/audit/sign-ins', { after }), signal), placeholderData: keepPreviousData })
  if (error) return <Failed error={error} />
  if (!data) return <Loading />
  return (
    <Panel title={t('audit.sign-ins')}>
      {data.rows.length === 0 ? (
        <Empty title={t('audit.none')} />
      ) : (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('audit.at')}</th>
              <th scope="col">{t('people.username')}</th>
              <th scope="col">{t('audit.address')}</th>
              <th scope="col">{t('audit.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td className="number">{moment(row.at)}</td>
                <td className="mono">{row.username}</td>
                <td className="mono">{row.address}</td>
                <td>{t(`audit.${row.outcome}` as TextKey)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pages next={data.next} after={after} onPage={onPage} />
    </Panel>
  )
}

function Pages({ next, after, onPage }: Paged & { readonly next: string | null }) {
  const { t } = useTexts()
  return (
    <p className="actions pad">
      {after !== undefined ? <Button onClick={() => onPage(undefined)}>{t('staff.first')}</Button> : null}
      {next ? <Button onClick={() => onPage(next)}>{t('staff.next')}</Button> : null}
    </p>
  )
}
