import type { Citation } from '@faheng/law/citation.ts'
import { bigramsOf } from '../../platform/search/bigrams.ts'
import type { ItemVersion } from '../items-on.ts'

/** The item a line of a benchmark spells out: it rests on the same article, and its title reads most like the violation. */
export function itemFor(items: readonly ItemVersion[], violation: string, bases: readonly Citation[]): ItemVersion | undefined {
  const [best] = itemsLike(items, violation, bases)
  return best && best.like >= alike ? best.item : undefined
}

/** The items that rest on the same article, those that read most like the violation first. */
export function itemsLike(items: readonly ItemVersion[], violation: string, bases: readonly Citation[]): { readonly item: ItemVersion; readonly like: number }[] {
  const places = new Set(bases.map(placeOf))
  const near = items.filter((item) => item.bases.some(({ citation }) => places.has(placeOf(citation))))
  const wanted = new Set(bigramsOf(violation))
  const likeness = ({ title }: ItemVersion) => {
    const own = bigramsOf(title)
    return own.filter((each) => wanted.has(each)).length / Math.max(1, own.length)
  }
  return near.map((item) => ({ item, like: likeness(item) })).toSorted((a, b) => b.like - a.like)
}

/** Most of an item's title stands in the violation: below that an officer says which item it is. */
const alike = 0.7

const placeOf = ({ statute, article, sub }: Citation): string => `${statute} ${article} ${sub ?? ''}`
