import { count, group, list, optional, text } from '../../payload.ts'
import { type Words, words } from '../../words.ts'

/** A place in a statute; the same shape as `Citation`. */
const citationFields = group(words('条文', 'Article'), {
  statute: text(words('法律法规', 'Statute'), { max: 100 }),
  article: count(words('条', 'Article')),
  sub: optional(count(words('之', 'Inserted article'))),
  paragraph: optional(count(words('款', 'Paragraph'))),
  item: optional(count(words('项', 'Item'))),
})

export const citationsFields = (label: Words) => list(label, citationFields, { max: 20 })
