import { queryOptions } from '@tanstack/react-query'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import type { Reviews, StatuteChange, StatuteChanges, StatuteComparison, StatuteHits, StatuteList, StatuteText } from '../answers.ts'

const path = (statute: string) => `/api/statutes/${encodeURIComponent(statute)}`

export const statutesQuery = (filter: { readonly q?: string; readonly on?: string; readonly after?: string }) =>
  queryOptions({ queryKey: ['statutes', filter], queryFn: ({ signal }) => get<StatuteList>(withQuery('/api/statutes', filter), signal), staleTime: 60_000 })

export const hitsQuery = (q: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['statute-search', q, on], queryFn: ({ signal }) => get<StatuteHits>(withQuery('/api/statute-search', { q, on }), signal), enabled: q.length >= 2, staleTime: 60_000,
  })

export const statuteQuery = (statute: string, at: { readonly on?: string; readonly version?: string }) =>
  queryOptions({ queryKey: ['statute', statute, at], queryFn: ({ signal }) => get<StatuteText>(withQuery(path(statute), at), signal), staleTime: 60_000 })

export const comparisonQuery = (statute: string, from: string, to: string) =>
  queryOptions({ queryKey: ['comparison', statute, from, to], queryFn: ({ signal }) => get<StatuteComparison>(withQuery(`${path(statute)}/compare`, { from, to }), signal), staleTime: 60_000 })

export const changesQuery = queryOptions({ queryKey: ['statute-changes'], queryFn: ({ signal }) => get<StatuteChanges>('/api/statute-changes', signal) })

/** What a change of law left for the reader's bodies to review. */
export const reviewsQuery = queryOptions({ queryKey: ['reviews'], queryFn: ({ signal }) => get<Reviews>('/api/reviews', signal) })

export const changeQuery = (id: string) => queryOptions({ queryKey: ['statute-change', id], queryFn: ({ signal }) => get<StatuteChange>(`/api/statute-changes/${id}`, signal) })
