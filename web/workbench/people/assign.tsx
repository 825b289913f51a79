import { postTitles } from '@faheng/law/judge.ts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { get, post, withQuery } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { BodiesPage, PeoplePage } from '../answers.ts'

interface Chosen {
  readonly person?: string | undefined
  readonly kind?: string | undefined
  readonly body?: string | undefined
  readonly unit?: string | undefined
  readonly rank?: string | undefined
  readonly fields?: readonly string[] | undefined
  readonly document?: string | undefined
  readonly qualified?: boolean | undefined
}

/** Gives a person a post from now on (R5). */
export function Assign({ bodies, body: first }: { readonly bodies: BodiesPage['rows']; readonly body: string | undefined }) {
  const { t, w } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<Chosen>({})
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const people = useQuery({ queryKey: ['people-named', q], queryFn: ({ signal }) => get<PeoplePage>(withQuery('/api/people', { q, limit: 50 }), signal), placeholderData: keepPreviousData })
  const body = chosen.body ?? first
  const units = bodies.find((each) => each.id === body)?.units ?? []
  const ready = chosen.person !== undefined && chosen.kind !== undefined && body !== undefined && (chosen.kind !== 'head' || chosen.rank !== undefined) && (chosen.rank !== 'acting' || chosen.document !== undefined)

  const assign = async (): Promise<void> => {
    setError(undefined)
    try {
      await post('/api/posts', { id: id.current, assign: { ...chosen, body } })
      id.current = newId()
      setChosen({})
      void message.success(t('people.assign'))
      await queries.invalidateQueries({ queryKey: ['posts'] })
    } catch (problem) {
      setError(problem)
    }
  }

  const select = (field: 'person' | 'kind' | 'body' | 'unit' | 'rank', label: string, options: { value: string; label: string }[], value: string | undefined, search?: (q: string) => void): ReactNode => (
    <div>
      <label htmlFor={`assign-${field}`}>{label}</label>
      <Select
        id={`assign-${field}`}
        value={value ?? null}
        onChange={(next: string) => setChosen((all) => ({ ...all, [field]: next, ...(field === 'rank' || field === 'kind' ? { fields: undefined, document: undefined } : {}), ...(field === 'kind' ? { rank: undefined } : {}), ...(field === 'body' ? { unit: undefined } : {}) }))}
        options={options}
        {...(search ? { showSearch: { onSearch: search, filterOption: false } } : {})}
        style={{ width: '100%' }}
        popupMatchSelectWidth={false}
      />
    </div>
  )

  return (
    <div className="pad">
      <div className="filters">
        {select('person', t('people.person'), (people.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })), chosen.person, setQ)}
        {select('kind', t('people.post'), Object.entries(postTitles).map(([value, title]) => ({ value, label: w(title) })), chosen.kind)}
        {select('body', t('common.body'), bodies.map(({ id, name }) => ({ value: id, label: name })), body)}
        {units.length > 0 ? select('unit', t('common.unit'), units.map(({ id, name }) => ({ value: id, label: name })), chosen.unit) : null}
        {chosen.kind === 'head' ? select('rank', t('people.rank'), (['chief', 'acting', 'deputy'] as const).map((value) => ({ value, label: t(`people.${value}`) })), chosen.rank) : null}
        {chosen.rank === 'deputy' ? (
          <div>
            <label htmlFor="assign-fields">{t('people.fields')}</label>
            <Select id="assign-fields" mode="tags" open={false} value={[...(chosen.fields ?? [])]} onChange={(fields: string[]) => setChosen((all) => ({ ...all, fields: fields.length > 0 ? fields : undefined }))} placeholder={t('people.fieldsHint')} style={{ width: '100%' }} />
          </div>
        ) : null}
        {chosen.rank === 'acting' ? (
          <div>
            <label htmlFor="assign-document">{t('people.document')}</label>
            <Input id="assign-document" value={chosen.document ?? ''} onChange={(event) => setChosen((all) => ({ ...all, document: event.target.value || undefined }))} />
          </div>
        ) : null}
        {chosen.kind === 'legal-reviewer' ? (
          <Checkbox checked={chosen.qualified ?? false} onChange={(event) => setChosen((all) => ({ ...all, qualified: event.target.checked }))}>
            {t('people.qualified')}
          </Checkbox>
        ) : null}
        <div>
          <Button type="primary" disabled={!ready} onClick={() => void assign()}>
            {t('people.assign')}
          </Button>
        </div>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}
