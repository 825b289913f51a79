import type { Words } from '@faheng/law/words.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { moment, yuan } from '../../shared-ui/format.ts'
import { isRecord, type SchemaNode } from '../act/schema.ts'
import { schemaOf } from '../procedures.ts'
import type { ActRow, Matter } from './queries.ts'

/** An act's content, read with the labels its form was written with. */
export function PayloadView({ matter, act }: { readonly matter: Matter; readonly act: ActRow }) {
  return <Part node={schemaOf(matter.row.procedure, act.kind)} value={act.payload} matter={matter} />
}

function Part({ node, value, matter }: { readonly node: SchemaNode; readonly value: unknown; readonly matter: Matter }) {
  const { t, w } = useTexts()
  if (Array.isArray(value)) {
    if (value.length === 0) return t('common.none')
    if (!node.items?.properties) return value.map((each) => textOf(node.items ?? {}, each, matter, w, t)).join('、')
    return value.map((each, i) => (
      <div key={i} className="sub">
        <Part node={node.items ?? {}} value={each} matter={matter} />
      </div>
    ))
  }
  if (isRecord(value)) {
    const known = Object.entries(node.properties ?? {}).filter(([key, each]) => value[key] !== undefined && each.widget !== 'new-id' && each.widget !== 'hidden' && key !== 'proposal')
    return (
      <dl className="facts">
        {known.map(([key, each]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{each.label ? w(each.label) : key}</dt>
            <dd>
              <Part node={each} value={value[key]} matter={matter} />
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  return textOf(node, value, matter, w, t)
}

function textOf(node: SchemaNode, value: unknown, matter: Matter, w: (text: Words) => string, t: (key: 'common.yes' | 'common.no') => string): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return node.widget === 'money' ? yuan(value) : String(value)
  if (typeof value !== 'string') return ''
  if (node.labels?.[value]) return w(node.labels[value])
  if (node.widget === 'moment') return moment(value)
  if (node.widget !== 'ref') return value
  switch (node.to) {
    case 'party':
      return matter.parties.find((each) => each.id === value)?.name ?? value
    case 'officer':
      return matter.people[value] ?? value
    case 'item':
      return matter.items[value] ?? value
    case 'document':
      return documentName(matter, (each) => each.id === value, w) ?? value
    case 'act':
      return documentName(matter, (each) => each.act === value, w) ?? value
    default:
      return value.length > 20 ? `${value.slice(0, 8)}…` : value
  }
}

const documentName = (matter: Matter, meant: (document: Matter['documents'][number]) => boolean, w: (text: Words) => string): string | undefined => {
  const paper = matter.documents.find(meant)
  return paper ? [w(paper.title), paper.number].filter(Boolean).join(' ') : undefined
}
