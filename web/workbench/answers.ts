import type { BodyPlanAnswer, CountiesAnswer, EndedAnswer, MeasureAnswer, PlanAnswer, RecordsAnswer, ReportsAnswer, UnaskedAnswer } from '@faheng/api/plan.ts'
import type { EntrustmentsAnswer, EvaluationAnswer, PilotsAnswer, TownshipsAnswer } from '@faheng/api/townships.ts'
import type { CleaningAnswer, FlaggedAnswer } from '@faheng/api/catalogue.ts'
import type { ImportAnswer, ItemAnswer, ItemsAnswer } from '@faheng/api/authority.ts'
import type { MatterPage } from '@faheng/api/matters.ts'
import type { ApprovalsAnswer, BodiesAnswer, PartiesAnswer, PartyRow as PartySchema, PeopleAnswer, PostsAnswer } from '@faheng/api/people.ts'
import type { ArticlesFound, ChangeAnswer, ChangesAnswer, ComparisonAnswer, ReviewsAnswer, StatuteAnswer, StatutesAnswer, StatutesImported } from '@faheng/api/statutes.ts'
import type { ConfirmAnswer, LeniencyAnswer, ToConfirmAnswer } from '@faheng/api/discretion.ts'
import type { Static } from 'typebox'

export type Counties = Static<typeof CountiesAnswer>
export type PlanGlance = Static<typeof PlanAnswer>
export type MeasurePage = Static<typeof MeasureAnswer>
export type BodyPlan = Static<typeof BodyPlanAnswer>
export type PlanRecords = Static<typeof RecordsAnswer>
export type EndedMeasures = Static<typeof EndedAnswer>
export type UnaskedMeasures = Static<typeof UnaskedAnswer>
export type PlanReports = Static<typeof ReportsAnswer>
export type MattersPage = Static<typeof MatterPage>
export type PartyPage = Static<typeof PartiesAnswer>
export type PartyRow = Pick<Static<typeof PartySchema>, 'id' | 'name' | 'code' | 'address'>
export type PeoplePage = Static<typeof PeopleAnswer>
export type BodiesPage = Static<typeof BodiesAnswer>
export type Approvals = Static<typeof ApprovalsAnswer>
export type PostsPage = Static<typeof PostsAnswer>
export type ItemPage = Static<typeof ItemsAnswer>
export type Item = Static<typeof ItemAnswer>
export type LeniencyPage = Static<typeof LeniencyAnswer>
export type ToConfirm = Static<typeof ToConfirmAnswer>
export type Confirmed = Static<typeof ConfirmAnswer>
export type Import = Static<typeof ImportAnswer>
export type StatuteList = Static<typeof StatutesAnswer>
export type StatuteText = Static<typeof StatuteAnswer>
export type StatuteComparison = Static<typeof ComparisonAnswer>
export type StatuteHits = Static<typeof ArticlesFound>
export type StatuteChanges = Static<typeof ChangesAnswer>
export type Reviews = Static<typeof ReviewsAnswer>
export type StatuteChange = Static<typeof ChangeAnswer>
export type StatutesIn = Static<typeof StatutesImported>
export type Cleaning = Static<typeof CleaningAnswer>
export type Entrustments = Static<typeof EntrustmentsAnswer>
export type TownshipMatrix = Static<typeof TownshipsAnswer>
export type Pilots = Static<typeof PilotsAnswer>
export type TownshipEvaluation = Static<typeof EvaluationAnswer>
export type CleaningRow = Cleaning['rows'][number]
export type Flagged = Static<typeof FlaggedAnswer>
