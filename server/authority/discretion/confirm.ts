import type { Static } from 'typebox'
import type { ConfirmAnswer, ConfirmRequest } from '@faheng/api/discretion.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { once } from '../../platform/verbs.ts'
import { itemOn } from '../items-on.ts'
import { registers } from '../registers/index.ts'
import { reasonOf, writeEntry } from '../registers/write.ts'

/** Whose lines somebody may confirm: null for the whole county. What binds an office is read over by its heads or legal reviewers (R32). */
export const confirmsFor = ({ posts }: Session): readonly string[] | null =>
  posts.some(({ kind }) => kind === 'supervisor') ? null : [...new Set(posts.filter(({ kind }) => kind === 'head' || kind === 'legal-reviewer').map(({ body }) => body))]

/**
 * Lines that waited become law for the item named, on their own days: what was published is not dated anew by being read. A tier beyond
 * the norm it spells out is refused, line by line. @throws NotFound for lines that do not wait or are another's; Malformed naming `/item`
 */
export async function confirmLines(context: Context, session: Session, { id, ...content }: Static<typeof ConfirmRequest>) {
  const { kind, item, branch, lines } = content
  const bodies = confirmsFor(session)
  if (bodies?.length === 0) throw new NotFound()
  const { region, person } = session
  return once(context, { id, name: 'confirm-discretion', region, person, content }, async (client, at): Promise<Static<typeof ConfirmAnswer>> => {
    const register = registers.find((each) => each.kind === kind)
    if (register === undefined) throw new Error(`there is no register ${kind}`)
    await run(client, statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'), [`register ${region} ${kind}`])
    const [norm, entries] = await Promise.all([itemOn(client, region, item, dayOf(at)), run<Waiting>(client, waiting[kind], [region, lines, bodies])])
    if (entries.length !== lines.length) throw new NotFound()
    if (norm === undefined || entries.some(({ entry }) => entry.body !== norm.body)) throw new Malformed('/item', words('请选择该机关现行的执法事项', 'Name an item of the same body that stands today'))
    const refused: { line: string; reason: { zh: string; en: string } }[] = []
    for (const { line, entry } of entries) {
      const { reasons = [] } = entry.details
      const confirmed = { ...entry, item, ...(kind === 'benchmark' ? { branch } : {}), status: 'parsed', details: { ...entry.details, reasons: [], confirmed: { by: person, on: dayOf(at), reasons } } }
      try {
        await writeEntry(client, region, register, confirmed, at)
      } catch (error) {
        refused.push({ line, reason: reasonOf(error) })
      }
    }
    return { confirmed: entries.length - refused.length, refused }
  })
}

interface Waiting {
  readonly line: string
  /** As the register takes it. */
  readonly entry: { readonly body: string; readonly details: { readonly reasons?: readonly unknown[] } }
}

/** The newest version of each line, where it waits. */
const waitingIn = (table: string, id: string, entry: string) => statement(`
  select line, entry from (
    select distinct on (${id}) ${id} as line, body, status, jsonb_strip_nulls(jsonb_build_object('${id}', ${id}, 'body', body, 'violation', nullif(violation, ''), 'bases', bases,
      'details', details, 'validFrom', valid_from, 'validUntil', valid_until, ${entry})) as entry
    from faheng.${table} where region = $1 and ${id} = any ($2) order by ${id}, version desc) l
  where status = 'to-be-confirmed' and ($3::text[] is null or body = any ($3)) order by line`)

const waiting = {
  benchmark: waitingIn('benchmark_version', 'benchmark', `
    'tier', tier, 'circumstances', circumstances, 'floor', floor, 'ceiling', ceiling, 'range', range, 'rank', rank, 'standard', nullif(standard, ''), 'mitigation', mitigation,
    'maker', nullif(maker, ''), 'published', published`),
  'leniency-rule': waitingIn('leniency_rule', 'rule', `'list', list, 'conditions', conditions, 'title', title, 'issuer', issuer`),
} as const
