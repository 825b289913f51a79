import { queryOptions } from '@tanstack/react-query'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import type { Item, ItemPage } from '../answers.ts'

export const itemsQuery = (filter: { readonly q?: string; readonly for?: string; readonly body?: string; readonly kind?: string; readonly status?: string; readonly after?: string }) =>
  queryOptions({ queryKey: ['items', filter], queryFn: ({ signal }) => get<ItemPage>(withQuery('/api/items', { ...filter, limit: 50 }), signal), staleTime: 60_000 })

export const itemQuery = (id: string, on?: string) =>
  queryOptions({ queryKey: ['item', id, on], queryFn: ({ signal }) => get<Item>(withQuery(`/api/items/${id}`, { on }), signal), staleTime: 60_000 })
