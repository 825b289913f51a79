import { courseKinds } from '@faheng/law/training/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Panel, Ring, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { type Mine, mineQuery } from './queries.ts'

/** What I have and still need this year. */
export function MyLearning({ year }: { readonly year: number }) {
  const { t } = useTexts()
  const { data, error, refetch } = useQuery(mineQuery(year))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const missing = data.compulsory.filter(({ done }) => !done)
  return (
    <>
      <Sum standing={data.standing} />
      {missing.length > 0 ? (
        <div className="notice amber" role="status">
          <strong>{t('training.compulsoryMissing')}</strong> {missing.map(({ title }) => title).join('、')}
        </div>
      ) : null}
      <Panel title={t('training.upcoming')}>
        {data.sessions.length === 0 ? <p className="pad dim">{t('training.noneUpcoming')}</p> : null}
        {data.sessions.map((each) => (
          <div className="blk" key={each.id}>
            <Link to="/training/sessions/$id" params={{ id: each.id }}>
              {each.title}
            </Link>{' '}
            {each.signedOut ? <Tag tone="jade">{t('training.signedOut')}</Tag> : each.signedIn ? <Tag tone="indigo">{t('training.signedIn')}</Tag> : null}
            <div className="dim">
              {moment(each.starts)} – {moment(each.ends).slice(11)} · {each.place} · {t('training.hoursOf', { n: each.hours })}
            </div>
          </div>
        ))}
      </Panel>
      {data.online.length > 0 ? <Online rows={data.online} year={year} /> : null}
      <Credits rows={data.credits} />
    </>
  )
}

function Sum({ standing }: { readonly standing: Mine['standing'] }) {
  const { t, w } = useTexts()
  const parts = [
    ['public-law', standing.publicLaw],
    ['professional', standing.professional],
    ['skills', standing.skills],
  ] as const
  return (
    <section className="panel pad" style={{ marginBottom: 16 }} aria-label={t('training.mine')}>
      <div style={{ display: 'flex', gap: 16, alignItems: 'center', flexWrap: 'wrap' }}>
        <Ring share={standing.needed > 0 ? standing.counted / standing.needed : 1} tone={standing.lacking === 0 ? 'jade' : standing.willMiss ? 'amber' : 'indigo'} />
        <div style={{ flex: '1 1 220px' }}>
          <strong style={{ fontSize: 18 }}>{t('training.have', { have: standing.counted, need: standing.needed })}</strong>
          <div className="dim">
            {standing.lacking === 0 ? t('training.reached') : t(standing.willMiss ? 'training.paceShort' : 'training.paceEnough', { lacking: standing.lacking, projected: standing.projected })}
          </div>
        </div>
        <dl className="facts" style={{ flex: '2 1 320px' }}>
          {parts.map(([kind, hours]) => (
            <div key={kind} style={{ display: 'contents' }}>
              <dt>{w(courseKinds[kind])}</dt>
              <dd>{t('training.hoursOf', { n: hours })}</dd>
            </div>
          ))}
          <dt>{w(courseKinds.political)}</dt>
          <dd>
            {t('training.hoursOf', { n: standing.political })} <small className="dim">{t('training.apart')}</small>
          </dd>
        </dl>
      </div>
    </section>
  )
}

function Online({ rows, year }: { readonly rows: Mine['online']; readonly year: number }) {
  const { t } = useTexts()
  return (
    <Panel title={t('training.online')}>
      {rows.map((each) => {
        const whole = each.materials.reduce((sum, { seconds }) => sum + seconds, 0)
        const seen = each.progress.reduce((sum, { seconds }) => sum + seconds, 0)
        return (
          <div className="blk" key={each.course}>
            <Link to="/training/courses/$id" params={{ id: each.course }} search={{ year: String(year) }}>
              {each.title}
            </Link>{' '}
            {each.finished ? <Tag tone="jade">{t('training.finished')}</Tag> : <span className="dim">{t('training.seen', { percent: Math.floor((100 * seen) / Math.max(1, whole)) })}</span>}
          </div>
        )
      })}
    </Panel>
  )
}

function Credits({ rows }: { readonly rows: Mine['credits'] }) {
  const { t, w } = useTexts()
  return (
    <Panel title={t('training.credits')}>
      {rows.length === 0 ? (
        <Empty title={t('training.noCredits')} />
      ) : (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('training.course')}</th>
              <th scope="col">{t('common.date')}</th>
              <th scope="col">{t('common.kind')}</th>
              <th scope="col" className="num">
                {t('training.hours')}
              </th>
              <th scope="col">{t('training.proof')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <tr key={`${each.course}${each.session ?? ''}`}>
                <td>
                  {each.title} {each.short ? <Tag tone="amber">{t(`training.${each.short as 'part'}`)}</Tag> : null}
                </td>
                <td>{each.day}</td>
                <td>{w(courseKinds[each.kind])}</td>
                <td className="num">{t('training.hoursOf', { n: each.hours })}</td>
                <td>
                  {each.session ? (
                    <Link to="/training/sessions/$id" params={{ id: each.session }}>
                      {t('training.lines', { n: each.proof.length })}
                    </Link>
                  ) : (
                    t('training.finished')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
