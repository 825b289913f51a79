import type { Static } from 'typebox'
import type { CatalogueChangesAnswer, CatalogueChangesFilter, PublicCatalogueAnswer, PublicCatalogueFilter } from '@faheng/api/catalogue.ts'
import { canonical } from '@faheng/law/canonical.ts'
import { citationWords } from '@faheng/law/citation.ts'
import { cellsOf, itemColumns, type ItemContent, itemKinds, type ItemKind } from '@faheng/law/items/content.ts'
import { penaltyKinds } from '@faheng/law/penalties/kinds.ts'
import { type Day, dayOf, isDay } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import { Malformed } from '../../platform/errors.ts'
import { writeTable } from '../../platform/tables/read-table.ts'

const page = 50
/** More items than a county has; the file is made in one piece. */
const whole = 50_000

interface PublicRow extends Pick<ItemContent, 'title' | 'field' | 'kind' | 'bases' | 'kinds' | 'orders' | 'branches' | 'details'> {
  readonly item: string
  readonly version: number
  readonly body: string
  readonly bodyName: string
  readonly validFrom: Day
  readonly source: string
}

interface Held {
  readonly item: string
  readonly name: string
  readonly exclusive: boolean
  readonly basis: string
  readonly from: Day
  readonly published: Day | null
}

type Entrusted = Static<typeof PublicCatalogueAnswer>['rows'][number]['entrusted'][number] & { readonly item: string }

const itemsOf = statement('select * from faheng.public_items($1, $2, $3, $4, $5, $6, $7)')

/** The published catalogue as it stands on a day. */
export async function publicCatalogue(context: Context, filter: Static<typeof PublicCatalogueFilter>): Promise<Static<typeof PublicCatalogueAnswer>> {
  const on = dayIn(filter.on, '/on') ?? dayOf(context.clock())
  const { region } = context
  return inTransaction(context.pools.app, async (client) => {
    const bodies = await run<{ body: string; name: string; items: number }>(client, statement('select * from faheng.public_bodies($1, $2)'), [region, on])
    const found = await run<PublicRow & object>(client, itemsOf, [region, on, filter.body ?? null, filter.kind ?? null, filter.q ?? null, filter.after ?? '', page + 1])
    const [county] = await run<{ name: string }>(client, statement('select faheng.public_county($1) as name'), [region])
    const rows = found.slice(0, page)
    const held = await run<Held & object>(client, statement('select * from faheng.public_township_powers($1, $2, $3)'), [region, on, rows.map(({ item }) => item)])
    const entrusted = await run<Entrusted & object>(client, statement('select * from faheng.public_entrustments($1, $2, $3)'), [region, on, rows.map(({ item }) => item)])
    const entrustedTo = Map.groupBy(entrusted, ({ item }) => item)
    const heldBy = Map.groupBy(held, ({ item }) => item)
    return {
      county: county?.name ?? '', on, bodies,
      rows: rows.map(({ item, version, bodyName, title, field, kind, bases, kinds, validFrom, source }) => ({
        id: item, version, bodyName, title, field, validFrom, imported: source === 'import', kind: kindWords(kind), references: bases.map(({ citation }) => citationWords(citation)), penalties: kinds.map(penaltyWords),
        townships: (heldBy.get(item) ?? []).map(({ name, exclusive, basis, from, published }) => ({ name, exclusive, basis, from, published })),
        entrusted: (entrustedTo.get(item) ?? []).map(({ item: _item, ...each }) => each),
      })),
      next: found.length > page ? (rows.at(-1)?.item ?? null) : null,
    }
  })
}

/** The same as a table that `import items` reads again. */
export async function publicCatalogueTable(context: Context, { on: day, body }: Pick<Static<typeof PublicCatalogueFilter>, 'on' | 'body'>): Promise<{ name: string; table: string }> {
  const on = dayIn(day, '/on') ?? dayOf(context.clock())
  const rows = await run<PublicRow & object>(context.pools.app, itemsOf, [context.region, on, body ?? null, null, null, '', whole])
  const heading = ['事项编码', '执法主体', '事项类型', '版本', '生效日期', ...itemColumns]
  const table = writeTable(heading, rows.map((row) => {
    const cells = cellsOf(row)
    return [row.item, row.bodyName, kindWords(row.kind).zh, row.version, row.validFrom, ...itemColumns.map((column) => cells[column])]
  }))
  return { name: `catalogue-${body ?? context.region}-${on}.csv`, table }
}

/** What was added, changed and withdrawn after the one day and up to the other. @throws Malformed */
export async function catalogueChanges(context: Context, { from, to, body }: Static<typeof CatalogueChangesFilter>): Promise<Static<typeof CatalogueChangesAnswer>> {
  const days = [dayIn(from, '/from'), dayIn(to, '/to')]
  const rows = await run<ChangeRow & object>(context.pools.app, statement('select * from faheng.public_item_changes($1, $2, $3, $4)'), [context.region, ...days, body ?? null])
  return {
    rows: rows.map(({ item, bodyName, was, is }) => ({
      id: item, bodyName, title: (is ?? was)?.title ?? item, change: was === null ? 'added' as const : is === null ? 'withdrawn' as const : 'changed' as const,
      fields: was && is ? Object.entries(compared).flatMap(([column, title]) => (canonical(was[column]) === canonical(is[column]) ? [] : [title])) : [],
      on: is?.valid_from ?? to,
    })),
  }
}

interface ChangeRow {
  readonly item: string
  readonly bodyName: string
  readonly was: Version | null
  readonly is: Version | null
}
type Version = Readonly<Record<string, unknown>> & { readonly title: string; readonly valid_from: Day }

const compared: Readonly<Record<string, Words>> = {
  title: words('名称', 'title'),
  field: words('领域', 'field'),
  kind: words('类型', 'kind'),
  body: words('主体', 'body'),
  bases: words('依据', 'basis'),
  kinds: words('处罚种类', 'kinds of penalty'),
  orders: words('责令事项', 'orders'),
  branches: words('幅度', 'range'),
}

const kindWords = (kind: string): Words => (Object.hasOwn(itemKinds, kind) ? itemKinds[kind as ItemKind] : words(kind, kind))
const penaltyWords = (code: string): Words => penaltyKinds.kinds.find((each) => each.code === code)?.words ?? words(code, code)

/** 2026-02-30 looks like a day. @throws Malformed */
export function dayIn(day: string | undefined, field: string): Day | undefined {
  if (day !== undefined && !isDay(day)) throw new Malformed(field, words(`${day}不存在`, `there is no day ${day}`))
  return day
}
