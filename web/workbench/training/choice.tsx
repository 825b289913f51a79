import type { Words } from '@faheng/law/words.ts'
import { Select } from 'antd'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** One of a few named things, with its label. */
export function Choice<K extends string>({ id, label, of, value, onChange }: { readonly id: string; readonly label: string; readonly of: Readonly<Record<K, Words>>; readonly value: K; readonly onChange: (value: K) => void }) {
  const { w } = useTexts()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={onChange} options={Object.entries<Words>(of).map(([key, title]) => ({ value: key as K, label: w(title) }))} style={{ width: '100%' }} popupMatchSelectWidth={false} />
    </div>
  )
}
