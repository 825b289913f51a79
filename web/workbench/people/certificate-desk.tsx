import type { ActPerformed } from '@faheng/api/matters.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Static } from 'typebox'
import '../desk/desk.css'
import '../matter/matter.css'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { lastDay } from '../../shared-ui/format.ts'
import type { TextKey } from '../../shared-ui/texts/texts.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { useMe } from '../me.ts'
import { Eligibility } from './eligibility.tsx'
import { type CertificateDesk, certificateDeskQuery } from './staff-queries.ts'

/** The justice bureau's desk for certificates: what it has to look at, each line one step from its remedy. */
export function CertificateDeskPage() {
  const { t, w } = useTexts()
  useHeading(t('certificates.title'))
  const { data, error, refetch } = useQuery(certificateDeskQuery)
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={8} />
  return (
    <>
      <PageTitle title={t('certificates.title')} under={t('certificates.intro')}>
        <Link className="button" to="/county-people">
          {t('county.title')}
        </Link>
        <Link className="button" to="/staff">
          {t('staff.title')}
        </Link>
      </PageTitle>
      <div className="due">
        <Count n={data.certified} text="certificates.certified" />
        <Count n={data.uncertified.length} text="certificates.uncertified" tone="seal" />
        <Count n={data.expiring.length} text="certificates.expiring" tone="amber" />
        <Count n={data.wrongful.length} text="certificates.wrongful" tone="seal" />
      </div>
      <div className="cols">
        <div>
          <Wrongful rows={data.wrongful} />
          <Table title="certificates.uncertified" aside={t('certificates.uncertifiedHint')} heads={['staff.name', 'common.body']} rows={data.uncertified.map((each) => [each.person, <Someone key="n" {...each} />, each.body])} />
          <Table
            title="certificates.expiring"
            heads={['staff.name', 'common.body', 'card.number', 'staff.until']}
            rows={data.expiring.map((each) => [
              each.number, <Someone key="n" {...each} />, each.body, each.number,
              <span key="u">
                {lastDay(each.until)} <Tag tone={each.daysLeft <= 14 ? 'seal' : 'amber'}>{t('certificates.daysLeft', { n: each.daysLeft })}</Tag>
              </span>,
            ])}
          />
          <Table
            title="certificates.departures"
            heads={['staff.name', 'common.body', 'certificates.eventOn', 'certificates.recordedOn', 'certificates.days', 'common.stage']}
            rows={data.departures.map((each) => [
              each.matter,
              <Someone key="n" {...each} />,
              each.body,
              each.eventOn,
              each.recordedOn,
              each.days === 0 ? <Tag key="d" tone="jade">{t('certificates.same')}</Tag> : <Tag key="d" tone="seal">{String(each.days)}</Tag>,
              <Link key="m" to="/matters/$id" params={{ id: each.matter }}>
                {t(each.done ? 'certificates.handed' : 'certificates.handing')}
              </Link>,
            ])}
          />
          <Table
            title="certificates.reviewers"
            aside={t('certificates.reviewersHint')}
            heads={['common.body', 'certificates.officers', 'certificates.reviewer', 'certificates.unqualified']}
            rows={data.reviewers.map((each) => [
              each.body,
              each.body,
              each.officers,
              <span key="r">
                {each.reviewers} <Tag tone={each.enough ? 'jade' : 'seal'}>{each.officers > 0 ? `${((each.reviewers * 100) / each.officers).toFixed(1)}%` : '—'}</Tag>
              </span>,
              each.unqualified > 0 ? <Tag key="u" tone="seal">{String(each.unqualified)}</Tag> : 0,
            ])}
          />
        </div>
        <div>
          <Table
            title="certificates.applications"
            heads={['staff.name', 'common.stage', 'common.date']}
            rows={data.applications.map((each) => [
              each.id,
              <Link key="m" to="/matters/$id" params={{ id: each.id }}>
                {each.name ?? t('common.unnumbered')}
              </Link>,
              w(each.stage), each.filed,
            ])}
          />
          <Table
            title="certificates.pool"
            heads={['staff.name', 'common.body', 'common.kind', 'staff.qualification']}
            rows={data.pool.map((each) => [each.person, <Someone key="n" {...each} />, each.body, t(`staff.${each.kind}`), t(each.qualified ? 'common.yes' : 'common.no')])}
          />
          <Eligibility rows={data.eligibility} />
        </div>
      </div>
    </>
  )
}

function Count({ n, text, tone = '' }: { readonly n: number; readonly text: TextKey; readonly tone?: string }) {
  const { t } = useTexts()
  return (
    <div className={n > 0 ? tone : ''}>
      <b>{n}</b>
      {t(text)}
    </div>
  )
}

const Someone = ({ person, name }: { readonly person: string; readonly name: string }) => (
  <Link to="/people/$id" params={{ id: person }}>
    {name}
  </Link>
)

/** Rows whose first cell is their key. */
function Table({ title, aside, heads, rows }: { readonly title: TextKey; readonly aside?: string; readonly heads: readonly TextKey[]; readonly rows: readonly (readonly [string, ...ReactNode[]])[] }) {
  const { t } = useTexts()
  return (
    <Panel title={t(title)} aside={aside ? <span className="dim">{aside}</span> : <span className="dim">{t('common.count', { n: rows.length })}</span>}>
      {rows.length === 0 ? (
        <p className="state">{t('certificates.nothing')}</p>
      ) : (
        <div className="scroll">
          <table className="rows stack">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([key, ...cells]) => (
                <tr key={key}>
                  {cells.map((cell, at) => (
                    <td key={heads[at]} data-label={at === 0 ? undefined : t(heads[at] ?? title)}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

type Row = CertificateDesk['wrongful'][number]

/** One click opens the revocation with all that is known; the bureau then hears the holder. */
function Wrongful({ rows }: { readonly rows: readonly Row[] }) {
  const { t, w } = useTexts()
  const me = useMe()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>()
  const ids = useRef(new Map<string, string>())
  const place = me.posts.find((each) => each.kind === 'supervisor')
  const open = async ({ person, issuer, number, ground, reason }: Row): Promise<void> => {
    if (!place) return
    setError(undefined)
    const key = `${issuer} ${number}`
    const act = ids.current.get(key) ?? newId()
    ids.current.set(key, act)
    try {
      const matter = `m-${act}`
      await post<Static<typeof ActPerformed>>('/api/matters', {
        id: matter, procedure: 'certificate-revocation', body: place.body, ...(place.unit ? { unit: place.unit } : {}),
        first: { id: act, kind: 'open-revocation', payload: { holder: person, issuer, number, ground, reason: reason.zh } },
      })
      await navigate({ to: '/matters/$id', params: { id: matter } })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <Table
        title="certificates.wrongful"
        heads={['staff.name', 'common.body', 'card.number', 'certificates.ground', 'common.cure']}
        rows={rows.map((row) => [
          `${row.issuer}${row.number}`,
          <Someone key="n" {...row} />,
          row.body,
          row.number,
          w(row.reason),
          row.revocation ? (
            <Link key="o" to="/matters/$id" params={{ id: row.revocation }}>
              {t('certificates.opened')}
            </Link>
          ) : (
            <Button key="o" size="small" onClick={() => void open(row)} aria-label={`${t('certificates.open')} ${row.name}`}>
              {t('certificates.open')}
            </Button>
          ),
        ])}
      />
      <SubmitProblem error={error} />
    </>
  )
}
