import type { DeskAnswer, DeskRow } from '@faheng/api/matters.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { Static } from 'typebox'
import './desk.css'
import { get } from '../../shared-ui/client/ask.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment, weekday } from '../../shared-ui/format.ts'
import type { TextKey } from '../../shared-ui/texts/texts.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { Approving, Stopped } from './approving.tsx'
import { DaysLeft } from '../matter/clocks.tsx'
import { holds, seesCases, useMe } from '../me.ts'
import { Reviews } from './reviews.tsx'
import { ThinTeams } from './thin-teams.tsx'
import { ToConfirm } from './to-confirm.tsx'
import type { Urgency } from './urgency.ts'

type Desk = Static<typeof DeskAnswer>

/** Home: what falls due, what waits for me, what came back, what happened since yesterday. */
export function DeskPage() {
  const { t, language } = useTexts()
  const me = useMe()
  const { due } = useSearch({ from: '/shell/' })
  useHeading(t('navigation.desk'))
  const desk = useQuery({ queryKey: ['desk'], queryFn: ({ signal }) => get<Desk>('/api/desk', signal), enabled: seesCases(me), refetchOnWindowFocus: true })
  if (!seesCases(me))
    return (
      <>
        <h1 className="hidden">{t('navigation.desk')}</h1>
        <Empty title={t('desk.noCases')} hint={t('desk.noCasesHint')} />
      </>
    )
  if (desk.error) return <Failed page error={desk.error} retry={() => void desk.refetch()} />
  if (!desk.data) return <Loading rows={8} />
  const { data } = desk
  const waiting = data.waiting.filter(({ urgency }) => due === undefined || urgency === due)
  const toApprove = waiting.filter((each) => each.approves)
  const others = waiting.filter((each) => !each.approves)
  return (
    <>
      <PageTitle title={t('desk.title')} under={`${data.today} ${weekday(data.today, language)} · ${t('desk.workdays', { n: data.workdaysThisWeek })}`}>
        {holds(me, 'officer', 'receiving-clerk') ? (
          <Link className="button go" to="/leads/new">
            {t('navigation.register')}
          </Link>
        ) : null}
      </PageTitle>
      <Due desk={data} />
      {data.cut ? <p className="dim">{t('desk.cut')}</p> : null}
      <div className="cols">
        <div>
          {due === undefined ? (
            <>
              {data.stopped.length > 0 ? <Stopped rows={data.stopped} /> : null}
              {data.thin.length > 0 ? <ThinTeams rows={data.thin} /> : null}
              <ToConfirm waiting={data.toConfirm} more={data.moreToConfirm} />
            </>
          ) : null}
          {toApprove.length > 0 ? <Approving rows={toApprove} /> : null}
          {toApprove.length > 0 && others.length === 0 ? null : (
            <Panel title={t('desk.waiting')} aside={<span className="dim">{t('desk.waitingOrder')}</span>}>
              {others.length > 0 ? <Rows rows={others} /> : <Empty title={t('desk.nothing')} hint={t('desk.nothingHint')} />}
            </Panel>
          )}
          {due === undefined && holds(me, 'head', 'legal-reviewer') ? <Reviews /> : null}
          {due === undefined && data.returned.length > 0 ? (
            <Panel title={t('desk.returned')}>
              <Rows rows={data.returned} />
            </Panel>
          ) : null}
        </div>
        <News desk={data} />
      </div>
    </>
  )
}

/** Each number opens into what it counts. */
function Due({ desk }: { readonly desk: Desk }) {
  const { t } = useTexts()
  const counts: readonly (readonly [TextKey, number, string, Urgency | undefined])[] = [
    ['desk.overdue', desk.overdue, desk.overdue > 0 ? 'seal' : '', 'overdue'],
    ['desk.dueToday', desk.dueToday, desk.dueToday > 0 ? 'amber' : '', 'today'],
    ['desk.dueSoon', desk.dueSoon, desk.dueSoon > 0 ? 'amber' : '', 'soon'],
    ['desk.openMatters', desk.open, '', undefined],
  ]
  return (
    <nav className="due" aria-label={t('desk.numbers')}>
      {counts.map(([text, n, tone, due]) => (
        <Link key={text} to="/" search={due === undefined ? {} : { due }} className={tone} activeOptions={{ exact: true }} activeProps={{}}>
          <b>{n}</b>
          {t(text)}
        </Link>
      ))}
    </nav>
  )
}

function Rows({ rows }: { readonly rows: readonly Static<typeof DeskRow>[] }) {
  const { t, w, join } = useTexts()
  return (
    <table className="rows stack">
      <thead>
        <tr>
          <th scope="col">{t('desk.matter')}</th>
          <th scope="col">{t('common.party')}</th>
          <th scope="col">{t('desk.next')}</th>
          <th scope="col">{t('common.due')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ matter, act, title, clock }) => (
          <tr key={`${matter.id}${act}`}>
            <td className="number">
              <Link to="/matters/$id" params={{ id: matter.id }}>
                {matter.number ?? t('common.unnumbered')}
              </Link>
            </td>
            <td>{join(matter.parties) || t('common.unidentified')}</td>
            <td>
              <Link to="/matters/$id" params={{ id: matter.id }} search={{ act }}>
                <b>{w(title)}</b>
              </Link>
            </td>
            <td className="number">
              {clock ? (
                <>
                  <DaysLeft clock={clock} /> <small title={w(clock.reference)}>{w(clock.title)}</small>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function News({ desk }: { readonly desk: Desk }) {
  const { t, w } = useTexts()
  return (
    <Panel title={t('desk.news')} aside={<span className="dim">{t('common.count', { n: desk.news.length })}</span>}>
      {desk.news.length === 0 ? <p className="state">{t('desk.noNews')}</p> : null}
      <ul className="news">
        {desk.news.map((each) => (
          <li key={each.act} className="blk">
            <b>{w(each.title)}</b>{' '}
            <Link to="/matters/$id" params={{ id: each.matter }}>
              {each.number ?? t('common.unnumbered')}
            </Link>
            <br />
            <small>
              {each.actorName} · {moment(each.recordedAt)}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
