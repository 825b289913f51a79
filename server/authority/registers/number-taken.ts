import type { PoolClient } from 'pg'
import { documents } from '@faheng/law/documents/index.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'

/** Which papers are numbered, by the word that stands in the number. */
const series = new Set(Object.values(documents).flatMap(({ series: each }) => each ?? []))

/** R29: a number cannot be explained as taken by paper when this system has given it out, nor explained twice. */
export async function numberTaken(client: PoolClient, row: Readonly<Record<string, unknown>>): Promise<Words | undefined> {
  const { region, body, kind, year, first, last } = row as { region: string; body: string; kind: string; year: number; first: number; last: number }
  if (!series.has(kind)) return words(`没有以“${kind}”为代字的文书`, `no document is numbered with ${kind}`)
  if (last < first) return words('终止号小于起始号', 'the last number is below the first')
  // Locks the series, so that no act takes a number meanwhile.
  const [present] = await run<{ last: number; principal: string | null; known: boolean; other: number | null }>(client, held, [region, body, kind, year, first, last])
  if (present?.known) return undefined
  if (present?.principal) return words('受委托组织使用委托机关的文号，请登记在委托机关名下', 'an entrusted organisation uses its principal’s numbers: register them for the principal')
  if (present && present.last >= first) return words(`本系统已编至${present.last}号`, `this system has numbered up to ${present.last}`)
  if (present && present.other !== null) return words(`与已登记的${present.other}号起的一段重叠`, `it overlaps with those registered from ${present.other}`)
  return undefined
}

const held = statement(`
  insert into faheng.number_series (region, body, kind, year, last) values ($1, $2, $3, $4, 0)
  on conflict (region, body, kind, year) do update set last = number_series.last
  returning last,
    (select max(principal) from faheng.body where region = $1 and id = $2 and kind = 'entrusted' and valid_until is null) as principal,
    exists (select 1 from faheng.number_use u where u.region = $1 and u.body = $2 and u.kind = $3 and u.year = $4 and u.first = $5) as known,
    (select min(u.first) from faheng.number_use u
      where u.region = $1 and u.body = $2 and u.kind = $3 and u.year = $4 and u.first <= $6 and u.last >= $5) as other`)
