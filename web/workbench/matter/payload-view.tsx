import type { Words } from '@faheng/law/words.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { moment, yuan } from '../../shared-ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import type { FileAtHand } from '../act/file-context.ts'
import { choicesInFile } from '../act/pickers/choices-in-file.ts'
import { isRecord, type SchemaNode } from '../act/schema.ts'
import { schemaOf } from '../procedures.ts'
import { actsQuery, discretionQuery, type ActRow, type Matter } from './queries.ts'

/** An act's content, read with the labels its form was written with. */
export function PayloadView({ matter, act }: { readonly matter: Matter; readonly act: ActRow }) {
  const acts = useQuery(actsQuery(matter.row.id))
  const weighed = useQuery({ ...discretionQuery(matter.row.id), enabled: isRecord(act.payload) && ('ticks' in act.payload || 'circumstances' in act.payload) })
  const names = Object.fromEntries((weighed.data?.violations ?? []).flatMap(({ benchmarks, rules }) => [
    ...benchmarks.map(({ id, tier, circumstance }): [string, string] => [id, `${tier} · ${circumstance}`]), ...rules.map(({ id, violation, title }): [string, string] => [id, `${title} · ${violation}`]),
  ]))
  const file: Reading = { matter, acts: acts.data ?? [], body: matter.row.body, names, learnName: () => undefined }
  return <Part node={schemaOf(matter.row.procedure, act.kind)} value={act.payload} file={file} />
}

type Reading = FileAtHand & { readonly matter: Matter }

/** `of`: what is said beside it, to which it belongs. */
function Part({ node, value, file, of }: { readonly node: SchemaNode; readonly value: unknown; readonly file: Reading; readonly of?: unknown }) {
  const { t, w } = useTexts()
  if (Array.isArray(value)) {
    if (value.length === 0) return t('common.none')
    if (!node.items?.properties) return value.map((each) => textOf(node.items ?? {}, each, file, w, t)).join('、')
    return value.map((each, i) => (
      <div key={i} className="sub">
        <Part node={node.items ?? {}} value={each} file={file} />
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
              <Part node={each} value={value[key]} file={file} of={each.of === undefined ? undefined : value[each.of]} />
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  return textOf(node, value, file, w, t, of)
}

function textOf(node: SchemaNode, value: unknown, file: Reading, w: (text: Words) => string, t: (key: 'common.yes' | 'common.no') => string, of?: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  // A place in a list: people count from 1.
  if (typeof value === 'number') return node.widget === 'money' ? yuan(value) : String(node.widget === 'ref' ? value + 1 : value)
  if (typeof value !== 'string') return ''
  if (node.labels?.[value]) return w(node.labels[value])
  if (node.widget === 'moment') return moment(value)
  if (node.widget !== 'ref') return value
  if (node.to === 'officer' || node.to === 'reviewer') return file.matter.people[value] ?? value
  if (node.to === 'item' || node.to === 'county-item') return file.matter.items[value] ?? value
  if (file.names[value]) return file.names[value]
  const known = choicesInFile(node.to ?? 'act', file, w, of).find((each) => each.value === value)
  return known?.label ?? (value.length > 20 ? `${value.slice(0, 8)}…` : value)
}
