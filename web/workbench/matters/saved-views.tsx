import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../shared-ui/client/ask.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { type Me, meQuery, useMe } from '../me.ts'
import type { Filter } from './filter.ts'

type View = Me['preferences']['views'][number]

/** Filters somebody uses again, under names of his own: kept with the person, so that they are there on every machine. */
export function SavedViews({ place, filter }: { readonly place: View['place']; readonly filter: Filter }) {
  const { t } = useTexts()
  const { views } = useMe().preferences
  const queries = useQueryClient()
  const [name, setName] = useState<string>()
  const [error, setError] = useState<unknown>()
  const here = views.filter((view) => view.place === place)
  const kept = here.some((view) => same(view.filter, filter))
  const narrowed = Object.keys(filter).length > 0

  const keep = async (next: readonly View[]): Promise<void> => {
    setError(undefined)
    try {
      await ask('PUT', '/api/me/preferences', { views: next })
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
      setName(undefined)
    } catch (problem) {
      setError(problem)
    }
  }
  const others = (of: string) => views.filter((view) => view.place !== place || view.name !== of)

  if (here.length === 0 && !narrowed) return null
  return (
    <div className="views">
      {here.length > 0 ? (
        <ul aria-label={t('matters.views')}>
          {here.map((view) => (
            <li key={view.name}>
              <Link to={place} search={view.filter} activeOptions={{ exact: true }} activeProps={{}}>
                {view.name}
              </Link>
              <button type="button" aria-label={t('matters.dropView', { name: view.name })} onClick={() => void keep(others(view.name))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {narrowed && !kept && name === undefined ? <Button size="small" onClick={() => setName('')}>{t('matters.saveView')}</Button> : null}
      {name === undefined ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const given = name.trim()
            if (given !== '') void keep([...others(given), { name: given, place, filter: { ...filter } }])
          }}
        >
          <Input aria-label={t('matters.viewName')} placeholder={t('matters.viewName')} autoFocus value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
          <Button htmlType="submit" type="primary" disabled={name.trim() === ''}>
            {t('common.save')}
          </Button>
          <Button onClick={() => setName(undefined)}>{t('common.cancel')}</Button>
        </form>
      )}
      <SubmitProblem error={error} />
    </div>
  )
}

const inOrder = (filter: object): string => JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)))
const same = (one: object, other: object): boolean => inOrder(one) === inOrder(other)
