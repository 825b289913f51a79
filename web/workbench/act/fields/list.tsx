import { words } from '@faheng/law/words.ts'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../../shared-ui/texts/use-texts.ts'
import { Field, type FieldProps, optionsOf } from '../field.tsx'
import { Picker } from '../pickers/picker.tsx'
import { blank, fieldId, type SchemaNode } from '../schema.ts'
import { Upload } from './upload.tsx'

/** Several of a thing: boxes for choices, one picker for references, a file tray, and repeated groups for the rest. */
export function ListField({ wrap, ...props }: FieldProps & { readonly wrap: (children: ReactNode, plain: boolean) => ReactNode }) {
  const { w } = useTexts()
  const { node, path, onChange } = props
  const of: SchemaNode = node.items ?? {}
  const id = fieldId(path)
  const values: readonly unknown[] = Array.isArray(props.value) ? props.value : []
  const texts = values.filter((each): each is string => typeof each === 'string')
  if (of.widget === 'choice') return wrap(<Checkbox.Group value={texts} onChange={onChange} options={optionsOf(of, w)} />, false)
  if (of.to === 'file') return wrap(<Upload id={id} value={texts} max={node.maxItems ?? 60} onChange={onChange} />, false)
  if (of.widget === 'ref') return wrap(<Picker id={id} to={of.to ?? 'act'} value={texts} onChange={onChange} many />, true)
  return wrap(<Entries {...props} of={of} values={values} />, false)
}

function Entries({ of, values, path, gaps, node, onChange }: FieldProps & { readonly of: SchemaNode; readonly values: readonly unknown[] }) {
  const { t, w } = useTexts()
  return (
    <>
      {values.map((each, i) => (
        <div key={i} className="entry">
          <Field
            node={of}
            label={words(`${of.label?.zh ?? ''} ${i + 1}`, `${of.label?.en ?? ''} ${i + 1}`)}
            value={each}
            path={[...path, i]}
            required
            gaps={gaps}
            onChange={(part) => onChange(values.map((old, at) => (at === i ? part : old)))}
          />
          {values.length > (node.minItems ?? 0) ? (
            <Button size="small" onClick={() => onChange(values.filter((_, at) => at !== i))} aria-label={`${t('act.remove')} ${of.label ? w(of.label) : ''} ${i + 1}`}>
              {t('act.remove')}
            </Button>
          ) : null}
        </div>
      ))}
      {values.length < (node.maxItems ?? 200) ? (
        <Button type="dashed" onClick={() => onChange([...values, blank(of)])}>
          {t('act.add')}
          {of.label ? ` · ${w(of.label)}` : ''}
        </Button>
      ) : null}
    </>
  )
}
