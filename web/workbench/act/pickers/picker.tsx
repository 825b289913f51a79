import type { RefTo } from '@faheng/law/payload.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../shared-ui/texts/use-texts.ts'
import { useFileAtHand } from '../file-context.ts'
import { NewParty } from './new-party.tsx'
import { useChoices } from './use-choices.ts'

interface Props {
  readonly id: string
  readonly to: RefTo
  /** What the field says that this one belongs to. */
  readonly of?: unknown
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly many?: true
}

/** Chooses what a reference points at: things of the file at hand at once, registers by search. */
export function Picker({ id, to, of, value, onChange, many }: Props) {
  const { t } = useTexts()
  const { names, learnName } = useFileAtHand()
  const [q, setQ] = useState('')
  const [entering, setEntering] = useState(false)
  const { choices, searching, remote } = useChoices(to, q, of)
  const chosen = many ? (Array.isArray(value) ? (value as string[]) : []) : typeof value === 'string' ? [value] : []
  const unseen = chosen.filter((each) => !choices.some((choice) => choice.value === each)).map((each) => ({ value: each, label: names[each] ?? each }))
  const shown = many ? chosen : (chosen[0] ?? null)
  const take = (next: unknown): void => {
    for (const each of [next].flat()) {
      const choice = choices.find((one) => one.value === each)
      if (choice) learnName(choice.value, choice.label)
    }
    onChange(next ?? undefined)
  }
  return (
    <>
      <Select
        id={id}
        {...(many ? { mode: 'multiple' as const } : { allowClear: true })}
        value={shown}
        onChange={take}
        options={[...unseen, ...choices]}
        showSearch={{ onSearch: setQ, ...(remote ? { filterOption: false } : { optionFilterProp: 'label' }) }}
        loading={searching}
        placeholder={to === 'item' || to === 'county-item' ? t('act.searchItem') : to === 'party' ? t('act.searchParty') : t('act.choose')}
        notFoundContent={<span className="dim">{searching ? t('common.loading') : t('act.noChoices')}</span>}
        style={{ width: '100%' }}
        optionRender={({ data }) => (
          <span style={{ whiteSpace: 'normal' }}>
            {data.label}
            {'under' in data && data.under ? <small style={{ display: 'block' }}>{data.under}</small> : null}
          </span>
        )}
      />
      {to === 'party' ? (
        <Button size="small" style={{ marginTop: 6 }} onClick={() => setEntering(true)}>
          {t('act.newParty')}
        </Button>
      ) : null}
      {entering ? (
        <NewParty
          name={q}
          onClose={() => setEntering(false)}
          onParty={(party) => {
            learnName(party.id, party.name)
            onChange(many ? [...chosen.filter((each) => each !== party.id), party.id] : party.id)
            setEntering(false)
          }}
        />
      ) : null}
    </>
  )
}
