import type { Static } from 'typebox'
import type { PersonAnswer } from '@faheng/api/staff.ts'
import type { AppraisalLife } from '@faheng/law/procedures/appraisal-life.ts'
import { gradeNames } from '@faheng/law/procedures/appraisal.ts'
import type { CertificateLife } from '@faheng/law/procedures/certificate-life.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { postTitles } from '@faheng/law/judge.ts'
import type { PostKind } from '@faheng/law/procedure.ts'
import { dayOf, type Day, type Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { certificatesAt } from '../certificates-at.ts'
import { masked } from './id-number.ts'
import { learnedBy } from './learning.ts'

type Answer = Static<typeof PersonAnswer>
interface PostRow {
  readonly kind: PostKind
  readonly body: string
  readonly bodyName: string
  readonly unit: string | null
  readonly from: Instant
  readonly until: Instant | null
}

/**
 * One person's service life. Everybody signed in sees posts and certificates; the profile is for himself, supervisors, the system
 * administrator and the heads of his body; matters are those the asker may read.
 */
export async function person(context: Context, session: Session, id: string): Promise<Answer> {
  const { region } = session
  const at = context.clock()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [[known], posts, held, [profile], [photo], departures, matters] = await Promise.all([
      run<{ name: string }>(client, statement('select name from faheng.person where region = $1 and id = $2'), [region, id]),
      run<PostRow & object>(client, statement(`
        select o.kind, o.body, coalesce(b.name, o.body) as "bodyName", u.name as unit, o.from_at as "from", least(o.until_at, d.ended_at) as until
        from faheng.post o
        left join lateral (select name from faheng.body where region = o.region and id = o.body order by valid_from desc limit 1) b on true
        left join faheng.unit u on u.region = o.region and u.id = o.unit
        left join lateral (select min(ended_at) as ended_at from faheng.departure where region = o.region and person = o.person and body = o.body and o.from_at <= ended_at) d on true
        where o.region = $1 and o.person = $2 order by o.from_at desc, o.id`), [region, id]),
      certificatesAt(client, region, [id], at),
      run<{ category: NonNullable<Answer['profile']>['category']; education: string | null; legal_qualification: boolean; fields: string[]; id_tail: string | null; reviewer_kind: 'staff' | 'counsel' | 'public-lawyer' | null; reviewing_since: Day | null }>(client, statement(`
        select category, education, legal_qualification, fields, id_tail, reviewer_kind, reviewing_since from faheng.officer_profile
        where region = $1 and person = $2 and valid_from <= $3 order by valid_from desc limit 1`), [region, id, dayOf(at)]),
      run(client, statement('select 1 from faheng.person_photo where region = $1 and person = $2'), [region, id]),
      run<{ matter: string; event_on: Day }>(client, statement('select matter, event_on from faheng.departure where region = $1 and person = $2 and ended_at is not null'), [region, id]),
      run<{ id: string; number: string | null; procedure: string; stage: string; filed: Day; ended: boolean; handles: boolean; state: CertificateLife & AppraisalLife | null }>(client, statement(`
        select m.id, m.number, m.procedure, m.stage, m.filed, m.ended, bool_or(about.handles) as handles,
          case when m.procedure in ('certificate', 'appraisal') then (select s.state from faheng.matter_state s where s.region = m.region and s.matter = m.id) end as state
        from (select matter, handles from faheng.matters_of($1, $2) union all
          select matter, false from faheng.matter_party where region = $1 and party = $2) about
        join faheng.matter m on m.region = $1 and m.id = about.matter group by m.region, m.id, m.number, m.procedure, m.stage, m.filed, m.ended order by m.filed desc, m.id limit 100`), [region, id]),
    ])
    if (!known) throw new NotFound()
    const own = session.person === id
    const registrar = session.posts.some(({ kind }) => kind === 'supervisor' || kind === 'system-administrator')
    const heads = session.posts.some((post) => (post.kind === 'head' || post.kind === 'unit-head') && !post.delegation && posts.some(({ body }) => body === post.body))
    const shown = own || registrar || heads
    const learned = shown ? await learnedBy(context.pools.worker, region, id, at) : []
    return {
      id, name: known.name, photo: photo !== undefined,
      mayEdit: registrar,
      mayShowCard: shown && held.some(({ valid }) => valid),
      profile: shown && profile
        ? { category: profile.category, education: profile.education, legalQualification: profile.legal_qualification, fields: profile.fields, idNumber: masked(profile.id_tail), reviewerKind: profile.reviewer_kind, reviewingSince: profile.reviewing_since }
        : null,
      posts: posts.map(({ kind, bodyName, unit, from, until }) => ({ kind, body: bodyName, unit, from, until })),
      certificates: held.map(({ person: _person, validRegion: _region, ...each }) => each),
      matters: matters.map(({ id: matter, number, procedure, stage, filed, ended, handles }) => ({
        id: matter, number, procedure, title: procedures[procedure]?.title ?? words(procedure, procedure), stage: stageOf(procedure, stage), filed, ended, handles,
      })),
      timeline: [
        ...posts.flatMap((post) => postEvents(post, dayOf(at))),
        ...held.flatMap(({ number, issuer, from, until, matter }) => [
          event(dayOf(from), 'certificate', words(`执法证 ${number} 生效（${issuer}）`, `Certificate ${number} valid (${issuer})`), matter),
          ...(until <= at ? [event(dayOf(until), 'certificate', words(`执法证 ${number} 期满或者终止`, `Certificate ${number} ended`), matter)] : []),
        ]),
        ...learned.map(({ on, kind, what }) => event(on, kind, what)),
        ...matters.flatMap(({ id: matter, procedure, number, filed, state }) => {
          if (procedure === 'departure') return []
          if (procedure === 'appraisal' && state?.person === id) return [event(state.confirmedOn ?? filed, 'appraisal', appraised(state), matter)]
          const title = stripped(procedure)
          return [
            event(filed, 'matter', words(`${title.zh} ${number ?? ''}`.trim(), `${title.en} ${number ?? ''}`.trim()), matter),
            ...(state?.outside?.examOn && state.holder === id ? [event(state.outside.examOn, 'exam', words('系统外的资格考试合格', 'Qualification exam passed elsewhere'), matter)] : []),
          ]
        }),
        ...departures.map(({ matter, event_on }) => event(event_on, 'departure', words('离岗', 'Left'), matter)),
      ].sort((a, b) => b.on.localeCompare(a.on)).slice(0, 200),
    }
  })
}

const appraised = ({ year, grade, stage, confirmedOn }: AppraisalLife): Words => {
  const result = grade && confirmedOn ? gradeNames[grade] : stageOf('appraisal', stage)
  return words(`${year ?? ''} 年度考核：${result.zh}`, `Appraisal of ${year ?? ''}: ${result.en}`)
}

const event = (on: Day, kind: Answer['timeline'][number]['kind'], what: Words, matter: string | null = null) => ({ on, kind, what, matter })
const stripped = (procedure: string): Words => procedures[procedure]?.title ?? words(procedure, procedure)
const stageOf = (procedure: string, stage: string): Words => procedures[procedure]?.stages[stage] ?? words(stage, stage)

function postEvents({ kind, bodyName, from, until }: PostRow, today: Day) {
  const title = postTitles[kind]
  return [
    event(dayOf(from), 'post', words(`任${bodyName}${title.zh}`, `${title.en}, ${bodyName}`)),
    ...(until !== null && dayOf(until) <= today ? [event(dayOf(until), 'post', words(`不再任${bodyName}${title.zh}`, `No longer ${title.en}, ${bodyName}`))] : []),
  ]
}
