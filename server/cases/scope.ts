import type { Asker } from '../platform/access/scope.ts'
import { dutiesOf, scopeOf } from '../platform/access/scope.ts'

/** One way to matters a person may read, as an indexed equality the query states itself (D10). `$1` is the region. */
export interface Way {
  readonly from: string
  readonly where: string
  /** Bodies, named `b`, for each of which the way is gone by itself, as far as a page reaches. */
  readonly each?: string
  /** The columns of its order, newest first, where an index has them: the matter's day and id. */
  readonly filed: string
  readonly id: string
  /** The body whose matters it leads to, where it is of one. */
  readonly body?: string
  /** It leads to all matters of the body, or of the county. */
  readonly whole?: true
  /** Which of these he reads as they are now, where this way alone may lead to an earlier state. */
  readonly now?: string
  /** Which of these have not ended, where an index knows: `m.ended` says it too, after every matter has been looked up. */
  readonly open?: string
}

/**
 * The ways of a person: the whole county, or his bodies and units, or what he acts in or is waited for. `param` takes a value and
 * answers its place in the statement. Row-level security stands behind as the net.
 */
export function waysOf(asker: Asker, param: (value: unknown) => string): Way[] {
  const { county, bodies, units } = scopeOf(asker)
  if (county) return [{ ...ofMatter, whole: true, from: 'faheng.matter m', where: 'm.region = $1' }]
  const person = param(asker.person)
  const own = bodies.split(',').filter(Boolean)
  const elsewhere = `(select distinct id from faheng.body where region = $1 and id <> all (${param(own)}))`
  const waiting = { filed: 'w.filed', id: 'w.matter', each: elsewhere, from: 'faheng.waiting w join faheng.matter m on m.region = w.region and m.id = w.matter', open: `w.open_until = 'infinity'` }
  return [
    ...own.map((body) => ({ ...ofMatter, body, whole: true as const, from: 'faheng.matter m', where: `m.region = $1 and m.body = ${param(body)}` })),
    ...units.split(',').filter(Boolean).map((unit) => ({ ...ofMatter, ...ofUnit(asker, unit), from: 'faheng.matter m', where: `m.region = $1 and m.unit = ${param(unit)}` })),
    {
      filed: 'r.filed', id: 'r.matter',
      each: elsewhere,
      from: 'faheng.reader r join faheng.matter m on m.region = r.region and m.id = r.matter',
      where: `r.region = $1 and r.person = ${person} and r.body = b.id`,
      now: '(r.up_to_seq is null or r.up_to_seq >= m.seq)',
      open: `r.open_until = 'infinity'`,
    },
    { ...waiting, where: `w.region = $1 and w.person = ${person} and w.person <> '' and w.body = b.id` },
    ...dutiesOf(asker).map(({ post, act, place }) => ({
      ...waiting,
      where: `w.region = $1 and w.person = '' and w.body = b.id and w.post = ${param(post)} and w.place = ${param(place)}${act === null ? '' : ` and w.act = ${param(act)}`} and not ${person} = any (w.except_persons)`,
    })),
  ]
}

const ofMatter = { filed: 'm.filed', id: 'm.id' } as const

/** A matter is in a unit of its own body; what moves to another body leaves its unit. */
function ofUnit({ posts }: Asker, unit: string): { readonly body?: string } {
  const post = posts.find((each) => each.unit === unit)
  return post ? { body: post.body } : {}
}
