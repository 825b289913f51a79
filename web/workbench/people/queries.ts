import { queryOptions } from '@tanstack/react-query'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import type { Approvals, BodiesPage, PeoplePage, PostsPage } from '../answers.ts'

const calm = { staleTime: 60_000 }

/** Who holds a post in the body now; a county's largest body has fewer than a hundred. */
export const peopleQuery = (body: string) =>
  queryOptions({ queryKey: ['people', body], queryFn: ({ signal }) => get<PeoplePage>(withQuery('/api/people', { body, limit: 100 }), signal), ...calm })

/** Of whichever body, by the beginning of the name: who takes part in a joint action (处罚法 26). */
export const countyPeopleQuery = (q: string) =>
  queryOptions({ queryKey: ['people', 'county', q], queryFn: ({ signal }) => get<PeoplePage>(withQuery('/api/people', { q, post: 'officer', limit: 20 }), signal), ...calm })

/** Of whichever body and post, by the beginning of the name. */
export const anybodyQuery = (q: string) =>
  queryOptions({ queryKey: ['people', 'anybody', q], queryFn: ({ signal }) => get<PeoplePage>(withQuery('/api/people', { q, limit: 20 }), signal), ...calm })

/** Whom the county may assign a review: qualified reviewers of whichever body, counsel and public lawyers (R5). */
export const reviewersQuery = queryOptions({ queryKey: ['reviewers'], queryFn: ({ signal }) => get<PeoplePage>(withQuery('/api/people', { reviewers: true, limit: 100 }), signal), ...calm })

export const bodiesQuery = queryOptions({ queryKey: ['bodies'], queryFn: ({ signal }) => get<BodiesPage>('/api/bodies', signal), ...calm })

export const approvalsQuery = (body: string) =>
  queryOptions({ queryKey: ['approvals', body], queryFn: ({ signal }) => get<Approvals>(withQuery('/api/approvals', { body }), signal) })

export const postsQuery = (body: string | undefined) =>
  queryOptions({ queryKey: ['posts', body], queryFn: ({ signal }) => get<PostsPage>(withQuery('/api/posts', { body, limit: 500 }), signal) })
