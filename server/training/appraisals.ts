import type { Static } from 'typebox'
import type { AppraisalsAnswer } from '@faheng/api/appraisals.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import type { Session } from '../platform/identity/session.ts'

type Answer = Static<typeof AppraisalsAnswer>

/** 公示: what grades stand published where he serves; for whoever leads there, the rewards that results call for and nobody has recorded. */
export async function listAppraisals(context: Context, session: Session): Promise<Answer> {
  const { region, posts } = session
  const leads = posts.filter(({ kind, delegation }) => (kind === 'head' || kind === 'unit-head') && !delegation).map(({ body }) => body)
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [published, rewards] = await Promise.all([
      run<Answer['published'][number] & object>(client, statement('select * from faheng.published_appraisals($1, $2)'), [region, [...new Set(posts.map(({ body }) => body))]]),
      run<Answer['rewards'][number] & object>(client, statement(`
        select p.id as person, p.name, m.body, (s.state ->> 'year')::int as year, s.state ->> 'grade' as grade, m.id as matter, (s.state ->> 'confirmedOn')::date as confirmed
        from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id join faheng.person p on p.region = m.region and p.id = s.state ->> 'person'
        where m.region = $1 and m.procedure = 'appraisal' and m.stage = 'confirmed' and m.body = any ($2) and s.state -> 'uses' ? 'reward'
          and not exists (select from faheng.unit_record r where r.region = m.region and r.kind = 'reward' and r.reference = m.id
            and not exists (select from faheng.unit_record x where x.region = r.region and x.struck = r.id))
        order by confirmed desc, p.name limit 100`), [region, leads]),
    ])
    return { published, rewards }
  })
}
