import type { PoolClient } from 'pg'
import type { Static } from 'typebox'
import type { EvidenceAnswer } from '@faheng/api/appraisals.ts'
import type { IndicatorInput } from '@faheng/law/guards/no-volume-target.ts'
import type { AppraisalLife } from '@faheng/law/procedures/appraisal-life.ts'
import { dayOf, type Instant } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { certificatesAt } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { yearOf } from './coverage.ts'
import { coursesOf, logOf } from './programme.ts'
import { trainingSettings } from './settings.ts'

type Answer = Static<typeof EvidenceAnswer>
interface Known {
  readonly what: Words
  readonly matters: Answer['lines'][number]['matters']
}
interface Of {
  readonly region: string
  readonly person: string
  readonly body: string
  readonly unit: string
  readonly year: number
  readonly now: Instant
}

/**
 * What the system holds of a person's year for each indicator of his appraisal, as far as the asker may read it: shares and what
 * they rest on, never how much he inspected, filed or fined (R35). It suggests; whoever appraises links what he takes.
 * @throws NotFound for who cannot read the appraisal
 */
export async function appraisalEvidence(context: Context, session: Session, matter: string): Promise<Answer> {
  const { region } = session
  const now = context.clock()
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const [found] = await run<{ state: AppraisalLife }>(client, statement(`
      select s.state from faheng.matter m join faheng.matter_state s on s.region = m.region and s.matter = m.id where m.region = $1 and m.id = $2 and m.procedure = 'appraisal'`), [region, matter])
    const { person, year, body, unit = '', indicators } = found?.state ?? {}
    if (person === undefined || year === undefined || body === undefined || indicators === undefined) throw new NotFound()
    const of = { region, person, body, unit, year, now }
    const lines: Answer['lines'] = []
    for (const { id, inputs } of indicators)
      for (const input of inputs) {
        const known = await sources[input]?.(client, of)
        if (known) lines.push({ indicator: id, ...known })
      }
    return { person, lines, unknown: indicators.flatMap(({ id }) => (lines.some(({ indicator }) => indicator === id) ? [] : [id])) }
  })
}

const sources: { readonly [I in IndicatorInput]?: (client: PoolClient, of: Of) => Promise<Known | undefined> } = {
  'clocks-kept': async (client, of) => {
    const rows = await run<{ id: string; number: string | null; kept: boolean }>(client, statement(`
      select m.id, m.number, coalesce(c.closed <= c.due_at, (c.closed at time zone 'Asia/Shanghai')::date <= c.due, true) as kept ${handled}
      join faheng.clock c on c.region = $1 and c.matter = m.id where ${inYear('c.closed')} order by m.id`), [of.region, of.person, of.year])
    const late = rows.filter(({ kept }) => !kept)
    return rows.length === 0 ? undefined : share('经办案件在法定期限内', 'Legal terms kept in his matters', rows.length - late.length, rows.length, late)
  },
  'file-quality': (client, of) => findings(client, of, '经办案件未发现问题', 'His matters without a finding'),
  'findings-cured': async (client, of) => {
    const rows = await run<{ id: string; number: string | null; cured: boolean }>(client, statement(`
      select m.id, m.number, f.lifted_seq is not null as cured ${handled} join faheng.finding f on f.region = $1 and f.matter = m.id where extract(year from f.found) = $3 order by m.id`), [of.region, of.person, of.year])
    return rows.length === 0 ? undefined : share('发现的问题已经消除', 'Findings lifted', rows.filter(({ cured }) => cured).length, rows.length, rows.filter(({ cured }) => !cured))
  },
  training: async (client, { region, person, body, year, now }) => {
    const [courses, settingOf, log] = await Promise.all([coursesOf(client, region, year), trainingSettings(client, region, dayOf(now)), logOf(client, region, year, [person])])
    const { counted, needed, byKind } = yearOf(courses, log(person), settingOf(body), year, now, body).standing
    return { what: words(`培训 ${counted} 学时，应当 ${needed} 学时；政治理论 ${byKind.political} 学时`, `${counted} of ${needed} hours of training; political ${byKind.political}`), matters: [] }
  },
  qualification: async (client, { region, person, now }) => {
    const [held] = (await certificatesAt(client, region, [person], now)).filter(({ valid }) => valid)
    return { what: held ? words(`持有效执法证 ${held.number}`, `Holds valid certificate ${held.number}`) : words('没有有效执法证', 'Holds no valid certificate'), matters: [] }
  },
  'party-building': async (client, { region, person, body, unit, year }) => {
    const [row] = await run<{ unit: number; own: number }>(client, statement(`
      select count(*) filter (where r.kind = 'party-building' and r.unit = $4)::int as unit, count(*) filter (where r.person = $2 and r.kind in ('political-training', 'reward'))::int as own
      from faheng.unit_record r where r.region = $1 and r.body = $3 and r.struck is null and extract(year from r.happened) = $5
        and not exists (select from faheng.unit_record x where x.region = r.region and x.struck = r.id)`), [region, person, body, unit, year])
    return row && row.unit + row.own > 0
      ? { what: words(`所在机构党组织建设记录 ${row.unit} 条，本人政治教育、表彰记录 ${row.own} 条`, `${row.unit} records of party-building in the unit, ${row.own} of his own`), matters: [] }
      : undefined
  },
}

async function findings(client: PoolClient, of: Of, zh: string, en: string): Promise<Known | undefined> {
  const rows = await run<{ id: string; number: string | null; found: boolean }>(client, statement(`
    select m.id, m.number, exists (select from faheng.finding f where f.region = $1 and f.matter = m.id and f.lifted_seq is null) as found ${handled}
    where extract(year from m.filed) = $3 order by m.id`), [of.region, of.person, of.year])
  return rows.length === 0 ? undefined : share(zh, en, rows.filter(({ found }) => !found).length, rows.length, rows.filter(({ found }) => found))
}

/** Matters he handles or handled; the appraisals themselves are none. */
const handled = `from (select distinct matter from faheng.matters_of($1, $2) where handles) h join faheng.matter m on m.region = $1 and m.id = h.matter and m.procedure not in ('appraisal', 'departure', 'certificate')`
const inYear = (column: string): string => `extract(year from ${column} at time zone 'Asia/Shanghai') = $3`

/** A share and the matters that fall short, at most five of them. */
const share = (zh: string, en: string, part: number, of: number, short: readonly { readonly id: string; readonly number: string | null }[]): Known => ({
  what: words(`${zh}：${part}／${of}（${Math.round((100 * part) / of)}%）`, `${en}: ${part} of ${of} (${Math.round((100 * part) / of)}%)`),
  matters: [...new Map(short.map(({ id, number }) => [id, { id, number }])).values()].slice(0, 5),
})
