import { fenToYuan, parseYuan } from '@faheng/law/identifiers/amount.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../shared-ui/texts/use-texts.ts'

interface Props {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Written in yuan as people write it (1,234.5, 0.2万元); integer fen in the payload. */
export function MoneyField({ id, value, onChange }: Props) {
  const { t } = useTexts()
  const [typed, setTyped] = useState<string>()
  const shown = typeof value === 'number' ? fenToYuan(value) : ''
  return (
    <Input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      prefix="¥"
      suffix={t('act.yuan')}
      value={typed ?? shown}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(parseYuan(event.target.value))
      }}
      onBlur={() => {
        if (typed === undefined || typed.trim() === '' || parseYuan(typed) !== undefined) setTyped(undefined)
      }}
    />
  )
}

export const CountField = ({ id, value, onChange }: Props) => (
  <Input
    id={id}
    inputMode="numeric"
    autoComplete="off"
    value={typeof value === 'number' ? String(value) : ''}
    onChange={(event) => onChange(/^\d{1,9}$/.test(event.target.value.trim()) ? Number(event.target.value.trim()) : undefined)}
    style={{ maxWidth: 200 }}
  />
)
