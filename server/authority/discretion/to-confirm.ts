import type { Static } from 'typebox'
import type { ToConfirmAnswer, ToConfirmFilter } from '@faheng/api/discretion.ts'
import { type Citation, citationWords } from '@faheng/law/citation.ts'
import { type Conditions, conditionWords } from '@faheng/law/discretion/conditions.ts'
import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import type { Fine } from '@faheng/law/penalties/branch.ts'
import { type Day, dayOf } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import type { Session } from '../../platform/identity/session.ts'
import { itemsOn } from '../items-on.ts'
import { confirmsFor } from './confirm.ts'
import { itemsLike } from './match-item.ts'

interface Line {
  readonly id: string
  readonly name: string
  readonly circumstance?: string
  readonly range?: Fine | null
  readonly conditions?: Conditions
  readonly source: string[]
  readonly reasons: readonly Words[] | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

interface Group {
  readonly id: string
  readonly body: string
  readonly bodyName: string
  readonly violation: string
  readonly bases: readonly Citation[]
  readonly item: string | null
  readonly lines: readonly Line[]
}

/** What waits to be confirmed for the bodies the asker answers for, all lines of one violation together; for others nothing does. */
export async function listToConfirm(context: Context, session: Session, { kind, q, after = '' }: Static<typeof ToConfirmFilter>): Promise<Static<typeof ToConfirmAnswer>> {
  const bodies = confirmsFor(session)
  if (bodies?.length === 0) return { total: 0, next: null, groups: [] }
  const today = dayOf(context.clock())
  const { region } = session
  return reading(() => context.pools.app.connect(), session, async (client) => {
    const found = await run<Group & { total: number }>(client, groups[kind], [region, today, bodies, q?.trim() || null, after, page + 1])
    const shown = found.slice(0, page)
    const catalogues = new Map(await Promise.all([...new Set(shown.map(({ body }) => body))].map(async (body) => [body, await itemsOn(client, region, body, today)] as const)))
    return {
      total: found[0]?.total ?? 0,
      next: found.length > page ? (shown.at(-1)?.id ?? null) : null,
      groups: shown.map(({ lines, bases, total: _total, ...group }) => ({
        ...group,
        bases: bases.map(citationWords),
        items: itemsLike(catalogues.get(group.body) ?? [], group.violation, bases).slice(0, 20).map(({ item }) => ({ id: item.item, title: item.title })),
        lines: lines.map(({ circumstance, range, conditions, reasons, ...line }) => ({
          ...line,
          says: conditions ? conditionWords(conditions) : [words(circumstance ?? '', circumstance ?? ''), rangeWords(range ?? null)],
          reasons: [...(reasons ?? [])],
        })),
      })),
    }
  })
}

/** Violations a page; each has some three to five tiers. */
const page = 20

/** Served by benchmark_by_body for one body; a list of rules is short. */
const groupsIn = (table: string, id: string, line: string, first = '') => statement(`
  select min(v.${id}) as id, v.body, min(coalesce(b.short_name, v.body)) as "bodyName", v.violation, jsonb_agg(v.bases order by v.${id}) -> 0 as bases, min(v.item) as item,
    jsonb_agg(jsonb_build_object('id', v.${id}, 'reasons', v.details -> 'reasons', 'validFrom', v.valid_from, 'validUntil', v.valid_until, ${line}) order by ${first}v.${id}) as lines,
    (sum(count(*)) over ())::int as total
  from faheng.${table} v
  left join lateral (select short_name from faheng.body b where b.region = v.region and b.id = v.body order by valid_from desc limit 1) b on true
  where v.region = $1 and v.status = 'to-be-confirmed' and (v.valid_until is null or $2 < v.valid_until and v.valid_from < v.valid_until)
    and ($3::text[] is null or v.body = any ($3)) and ($4::text is null or strpos(v.violation, $4) > 0)
  group by v.body, v.violation having min(v.${id}) > $5 order by min(v.${id}) limit $6`)

const groups = {
  benchmark: groupsIn('benchmark_version', 'benchmark', `'name', v.tier, 'circumstance', v.circumstances, 'range', v.range, 'source', to_jsonb(array_remove(array[v.standard], ''))`, 'v.rank, '),
  'leniency-rule': groupsIn('leniency_rule', 'rule', `'name', v.title, 'conditions', v.conditions, 'source', coalesce(v.details -> 'texts', '[]')`),
} as const
