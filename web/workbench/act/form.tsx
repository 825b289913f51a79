import { words } from '@faheng/law/words.ts'
import { Field } from './field.tsx'
import { type Gap, isRecord, isRequired, type Path, type SchemaNode } from './schema.ts'

interface FieldsProps {
  readonly node: SchemaNode
  readonly value: unknown
  readonly path: Path
  readonly gaps: readonly Gap[]
  readonly onChange: (value: unknown) => void
}

/** The fields of a payload or of a group in it, in the order the law lists them. */
export function Fields({ node, value, path, gaps, onChange }: FieldsProps) {
  const record = isRecord(value) ? value : {}
  return Object.entries(node.properties ?? {})
    .filter(([key, each]) => key !== 'proposal' && each.widget !== 'new-id' && each.widget !== 'hidden')
    .filter(([, each]) => each.only === undefined || record[each.only.field] === each.only.is)
    .map(([key, each]) => (
      <Field
        key={key}
        node={each}
        label={each.label ?? words(key, key)}
        value={record[key]}
        {...(each.of === undefined ? {} : { of: record[each.of] })}
        path={[...path, key]}
        required={isRequired(node, key)}
        gaps={gaps}
        onChange={(part) => onChange(changed(node, record, key, part))}
      />
    ))
}

/** A field that no longer applies takes its value with it. */
function changed(node: SchemaNode, record: Readonly<Record<string, unknown>>, key: string, part: unknown): Record<string, unknown> {
  const gone = Object.entries(node.properties ?? {}).filter(([, each]) => (each.only?.field === key && each.only.is !== part) || (each.of === key && record[key] !== part))
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !gone.some(([other]) => other === name)))
  return { ...kept, [key]: part }
}
