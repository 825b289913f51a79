import type { ActAnswer, ActsAnswer, AvailableAnswer, ClockAnswer, DocumentAnswer, MatterAnswer, OfferAnswer } from '@faheng/api/matters.ts'
import type { DiscretionAnswer } from '@faheng/api/discretion.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { get } from '../../shared-ui/client/ask.ts'

export type Matter = Static<typeof MatterAnswer>
export type ActRow = Static<typeof ActAnswer>
export type Acts = readonly ActRow[]
export type Offer = Static<typeof OfferAnswer>
export type Clock = Static<typeof ClockAnswer>
export type DocumentRow = Static<typeof DocumentAnswer>

export const matterQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id, 'whole'],
    queryFn: ({ signal }) => get<Matter>(`/api/matters/${id}`, signal),
    refetchOnWindowFocus: true,
    // Documents are rendered just after their act; look again until each can be opened.
    refetchInterval: ({ state }) => (state.data?.documents.some((each) => each.file === null) ? 1500 : false),
  })

export const actsQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id, 'acts'], queryFn: async ({ signal }) => (await get<Static<typeof ActsAnswer>>(`/api/matters/${id}/acts`, signal)).acts })

export type Discretion = Static<typeof DiscretionAnswer>
export const discretionQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id, 'discretion'], queryFn: ({ signal }) => get<Discretion>(`/api/matters/${id}/discretion`, signal) })

export const availableQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id, 'available'], queryFn: async ({ signal }) => (await get<Static<typeof AvailableAnswer>>(`/api/matters/${id}/available`, signal)).offers })
