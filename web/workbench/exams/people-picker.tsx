import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { BodiesPage } from '../answers.ts'
import { anybodyQuery } from '../people/queries.ts'

export interface Chosen {
  readonly value: string
  readonly label: string
}

interface PickerProps {
  readonly id: string
  readonly value: readonly Chosen[]
  readonly bodies: BodiesPage['rows']
  readonly onChange: (value: readonly Chosen[]) => void
  /** One alone. */
  readonly one?: boolean
}

/** People of whichever body, found on the server by the beginning of the name: a county has more than a list can hold. */
export function PeoplePicker({ id, value, bodies, onChange, one = false }: PickerProps) {
  const [q, setQ] = useState('')
  const found = useQuery(anybodyQuery(q.trim()))
  const nameOf = (body: string | undefined) => bodies.find((each) => each.id === body)?.shortName
  const options = (found.data?.rows ?? []).map((each) => {
    const of = nameOf(each.posts[0]?.body)
    return { value: each.id, label: of === undefined ? each.name : `${each.name}（${of}）` }
  })
  return (
    <Select
      id={id}
      mode="multiple"
      {...(one ? { maxCount: 1 } : {})}
      labelInValue
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={found.isFetching}
      value={[...value]}
      onChange={(next: Chosen[]) => onChange(next.map((each) => ({ value: each.value, label: each.label })))}
      options={options}
      style={{ width: '100%' }}
    />
  )
}
