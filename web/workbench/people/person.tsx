import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import '../desk/desk.css'
import '../matter/matter.css'
import './staff.css'
import { PageTitle, Panel, Tag, type Tone } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { dayOf, lastDay } from '../../shared-ui/format.ts'
import { postTitle } from '../../shared-ui/post-title.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { EditProfile } from './edit-profile.tsx'
import { type Person, personQuery } from './staff-queries.ts'

const tones: Readonly<Record<Person['timeline'][number]['kind'], Tone>> = { post: 'plain', training: 'indigo', exam: 'indigo', certificate: 'jade', appraisal: 'jade', matter: 'amber', departure: 'seal' }

/** One person's service life: posts, training, exams, certificates and matters in one line. */
export function PersonPage() {
  const { t, w } = useTexts()
  const { id } = useParams({ from: '/shell/people/$id' })
  const { data, error, refetch } = useQuery(personQuery(id))
  useHeading(data?.name ?? t('staff.title'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageTitle title={data.name} under={data.posts.filter((post) => post.until === null).map((post) => `${post.body}${post.unit ? ` · ${post.unit}` : ''} ${w(postTitle(post.kind))}`).join('；')}>
        {data.mayShowCard ? (
          <Link className="button go" to="/people/$id/card" params={{ id }}>
            {t('staff.showCard')}
          </Link>
        ) : null}
      </PageTitle>
      <div className="cols">
        <div>
          <Panel title={t('staff.timeline')}>
            <ol className="life">
              {data.timeline.map((each) => (
                <li key={`${each.on}${each.kind}${each.what.zh}${each.matter}`}>
                  <time dateTime={each.on}>{each.on}</time>
                  <Tag tone={tones[each.kind]}>{t(`staff.${each.kind}`)}</Tag>
                  {each.matter ? (
                    <Link to="/matters/$id" params={{ id: each.matter }}>
                      {w(each.what)}
                    </Link>
                  ) : (
                    <span>{w(each.what)}</span>
                  )}
                </li>
              ))}
            </ol>
          </Panel>
          <Matters rows={data.matters} />
        </div>
        <div>
          <Profile person={data} />
          <Certificates rows={data.certificates} />
          {data.mayEdit ? <EditProfile person={data} /> : null}
        </div>
      </div>
    </>
  )
}

function Profile({ person: { id, photo, profile } }: { readonly person: Person }) {
  const { t, join } = useTexts()
  return (
    <Panel title={t('staff.profile')}>
      {photo ? <img className="portrait" src={`/api/people/${id}/photo`} alt={t('staff.photo')} /> : null}
      {profile ? (
        <dl className="facts pad">
          <dt>{t('staff.category')}</dt>
          <dd>{t(`staff.${profile.category}`)}</dd>
          <dt>{t('staff.education')}</dt>
          <dd>{profile.education ?? '—'}</dd>
          <dt>{t('staff.qualification')}</dt>
          <dd>{t(profile.legalQualification ? 'common.yes' : 'common.no')}</dd>
          <dt>{t('staff.fields')}</dt>
          <dd>{join(profile.fields) || '—'}</dd>
          <dt>{t('staff.idNumber')}</dt>
          <dd className="mono">{profile.idNumber ?? '—'}</dd>
          {profile.reviewerKind ? (
            <>
              <dt>{t('staff.reviewer')}</dt>
              <dd>{t(`staff.${profile.reviewerKind}`)}</dd>
            </>
          ) : null}
        </dl>
      ) : (
        <p className="state">{t('staff.noProfile')}</p>
      )}
    </Panel>
  )
}

function Certificates({ rows }: { readonly rows: Person['certificates'] }) {
  const { t, join } = useTexts()
  return (
    <Panel title={t('staff.certificates')}>
      {rows.length === 0 ? <p className="state">{t('staff.noCertificate')}</p> : null}
      {rows.map((each) => (
        <div key={`${each.issuer}${each.number}`} className="blk">
          <Tag tone={each.valid ? 'jade' : 'seal'}>{t(each.valid ? 'staff.valid' : 'staff.invalid')}</Tag>{' '}
          {each.matter ? (
            <Link to="/matters/$id" params={{ id: each.matter }}>
              {each.number}
            </Link>
          ) : (
            <b>{each.number}</b>
          )}
          <br />
          <small>
            {each.issuer} · {dayOf(each.from)} – {lastDay(each.until)} {join(each.fields)}
          </small>
        </div>
      ))}
    </Panel>
  )
}

function Matters({ rows }: { readonly rows: Person['matters'] }) {
  const { t, w } = useTexts()
  return (
    <Panel title={t('staff.matters')} aside={<span className="dim">{t('common.count', { n: rows.length })}</span>}>
      {rows.length === 0 ? (
        <Empty title={t('staff.noMatters')} />
      ) : (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('common.number')}</th>
              <th scope="col">{t('common.kind')}</th>
              <th scope="col">{t('common.stage')}</th>
              <th scope="col">{t('common.date')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="number">
                  <Link to="/matters/$id" params={{ id: row.id }}>
                    {row.number ?? t('common.unnumbered')}
                  </Link>
                </td>
                <td>{w(row.title)}</td>
                <td>{row.ended ? <span className="dim">{w(row.stage)}</span> : w(row.stage)}</td>
                <td className="number">{row.filed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
