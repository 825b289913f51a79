import type { Words } from '@faheng/law/words.ts'
import { Checkbox, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { DayField, MomentField } from './fields/day.tsx'
import { ListField } from './fields/list.tsx'
import { CountField, MoneyField } from './fields/number.tsx'
import { Picker } from './pickers/picker.tsx'
import { Upload } from './fields/upload.tsx'
import { Fields } from './form.tsx'
import { fieldId, type Gap, type Path, type SchemaNode } from './schema.ts'

export interface FieldProps {
  readonly node: SchemaNode
  readonly label: Words
  readonly value: unknown
  /** What the field says that this one belongs to. */
  readonly of?: unknown
  readonly path: Path
  readonly required: boolean
  readonly gaps: readonly Gap[]
  readonly onChange: (value: unknown) => void
}

/** One field of a payload, by its widget. */
export function Field(props: FieldProps) {
  const { node, value, path, gaps, onChange } = props
  const { w } = useTexts()
  const id = fieldId(path)
  const gap = gaps.find((each) => fieldId(each.path) === id)
  const shared = { id, gap, ...props }
  if (node.widget === 'group')
    return (
      <Fieldset {...shared}>
        <Fields node={node} value={value} path={path} gaps={gaps} onChange={onChange} />
      </Fieldset>
    )
  if (node.widget === 'yes')
    return (
      <div className="field">
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {w(props.label)}
        </Checkbox>
        <Hint {...shared} />
      </div>
    )
  if (node.type === 'array') return <ListField {...props} wrap={(children, plain) => (plain ? <Labelled {...shared}>{children}</Labelled> : <Fieldset {...shared}>{children}</Fieldset>)} />
  if (node.widget === 'choice' && Object.keys(node.labels ?? {}).length <= 5)
    return (
      <Fieldset {...shared}>
        <Radio.Group id={id} name={id} value={value} onChange={(event) => onChange(event.target.value)} options={optionsOf(node, w)} />
      </Fieldset>
    )
  if (node.to === 'file')
    return (
      <Fieldset {...shared}>
        <Upload id={id} value={typeof value === 'string' ? [value] : []} max={1} onChange={([hash]) => onChange(hash)} />
      </Fieldset>
    )
  return <Labelled {...shared}>{control(id, node, value, props.of, onChange, w)}</Labelled>
}

function control(id: string, node: SchemaNode, value: unknown, of: unknown, onChange: (value: unknown) => void, w: (text: Words) => string): ReactNode {
  switch (node.widget) {
    case 'day':
      return <DayField id={id} value={value} onChange={onChange} />
    case 'moment':
      return <MomentField id={id} value={value} onChange={onChange} />
    case 'money':
      return <MoneyField id={id} value={value} onChange={onChange} />
    case 'count':
      return <CountField id={id} value={value} onChange={onChange} />
    case 'choice':
      return <Select id={id} value={value ?? null} onChange={onChange} options={optionsOf(node, w)} style={{ width: '100%' }} popupMatchSelectWidth={false} />
    case 'ref':
      return node.type === 'integer' ? (
        <Picker id={id} to={node.to ?? 'act'} of={of} value={typeof value === 'number' ? String(value) : undefined} onChange={(place) => onChange(typeof place === 'string' ? Number(place) : undefined)} />
      ) : (
        <Picker id={id} to={node.to ?? 'act'} of={of} value={value} onChange={onChange} />
      )
    default:
      return (node.rows ?? 1) > 1 ? (
        <Input.TextArea id={id} value={textOf(value)} maxLength={node.maxLength ?? 4000} autoSize={{ minRows: node.rows ?? 2, maxRows: 24 }} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input id={id} value={textOf(value)} maxLength={node.maxLength ?? 4000} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )
  }
}

export const optionsOf = (node: SchemaNode, w: (text: Words) => string): { value: string; label: string }[] =>
  Object.entries(node.labels ?? {}).map(([value, label]) => ({ value, label: w(label) }))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface AroundProps extends FieldProps {
  readonly id: string
  readonly gap: Gap | undefined
  readonly children?: ReactNode
}

const Labelled = (props: AroundProps) => (
  <div className={props.gap ? 'field gap' : 'field'}>
    <label htmlFor={props.id}>
      <Name {...props} />
    </label>
    {props.children}
    <Hint {...props} />
  </div>
)

const Fieldset = (props: AroundProps) => (
  <fieldset className={props.gap ? 'field gap' : 'field'} id={`${props.id}-set`} tabIndex={-1}>
    <legend>
      <Name {...props} />
    </legend>
    {props.children}
    <Hint {...props} />
  </fieldset>
)

function Name({ label, required }: AroundProps) {
  const { t, w } = useTexts()
  return (
    <>
      {w(label)}
      {required ? null : <span className="dim"> {t('act.optional')}</span>}
    </>
  )
}

function Hint({ node, gap }: AroundProps) {
  const { t, w } = useTexts()
  return (
    <>
      {gap ? <small className="gap-text">{t(`act.${gap.problem}`)}</small> : null}
      {node.sealed ? <small>{t('act.sealed')}</small> : node.hint ? <small>{w(node.hint)}</small> : null}
    </>
  )
}
