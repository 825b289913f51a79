import type { PoolClient } from 'pg'
import { words, type Words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'

/** 处罚法 20(1), 21, 强制法 17(1): an organ's own penalties, to an organisation registered under it; coercion to nobody. */
export async function notEntrustable(client: PoolClient, row: Readonly<Record<string, unknown>>): Promise<Words | undefined> {
  const { region, organisation, principal, item, valid_from: from, valid_until: until } = row as Record<'region' | 'organisation' | 'principal' | 'item' | 'valid_from' | 'valid_until', string>
  const [found] = await run<{ own: boolean; kind: string | null; body: string | null }>(client, asRegistered, [region, organisation, principal, item])
  if (until <= from) return words('委托期限届满早于生效', 'the term ends before it begins')
  if (!found?.own) return words('不是该机关登记的受委托组织', 'it is not registered as an organisation entrusted by this body')
  if (found.kind === 'coercion') return words('行政强制措施权不得委托（行政强制法第十七条）', 'coercion is not entrusted (Administrative Coercion Law art. 17)')
  return found.kind === 'penalty' && found.body === principal ? undefined : words('不是该机关的行政处罚事项', 'it is no penalty of this body')
}

const asRegistered = statement(`
  select exists (select from faheng.body b where b.region = $1 and b.id = $2 and b.kind = 'entrusted' and b.principal = $3) as own,
    (select v.kind from faheng.item_version v where v.region = $1 and v.item = $4 order by v.version desc limit 1) as kind,
    (select v.body from faheng.item_version v where v.region = $1 and v.item = $4 order by v.version desc limit 1) as body`)
