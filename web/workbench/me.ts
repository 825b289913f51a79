import type { MeAnswer } from '@faheng/api/identity.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { ask } from '../shared-ui/client/ask.ts'

export type Me = Static<typeof MeAnswer>

/** Asked without the sign-in dialog: who is not signed in is shown the sign-in page. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('GET', '/api/me', undefined, { signal, mayBeSignedOut: true }),
  staleTime: 60_000,
})

/** Inside the shell there is always somebody. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('nobody is signed in')
  return data
}

export const holds = (me: Me, ...kinds: readonly string[]): boolean => me.posts.some((post) => kinds.includes(post.kind))

const administrators = ['system-administrator', 'security-administrator', 'audit-administrator']

/** Administrators see no case content (R5). */
export const seesCases = (me: Me): boolean => me.posts.some((post) => !administrators.includes(post.kind))
