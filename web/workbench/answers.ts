import type { ImportAnswer, ItemAnswer, ItemsAnswer } from '@faheng/api/authority.ts'
import type { ApprovalsAnswer, BodiesAnswer, PartiesAnswer, PartyRow as PartySchema, PeopleAnswer, PostsAnswer } from '@faheng/api/people.ts'
import type { Static } from 'typebox'

export type PartyPage = Static<typeof PartiesAnswer>
export type PartyRow = Pick<Static<typeof PartySchema>, 'id' | 'name' | 'code' | 'address'>
export type PeoplePage = Static<typeof PeopleAnswer>
export type BodiesPage = Static<typeof BodiesAnswer>
export type Approvals = Static<typeof ApprovalsAnswer>
export type PostsPage = Static<typeof PostsAnswer>
export type ItemPage = Static<typeof ItemsAnswer>
export type Item = Static<typeof ItemAnswer>
export type Import = Static<typeof ImportAnswer>
