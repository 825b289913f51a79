import type { Citation } from '../citation.ts'
import type { Period } from '../time/period.ts'
import type { Words } from '../words.ts'

/** A sector's terms over the general procedure: dated data with citations (R26). Absent terms are those of the general law. */
export interface Overlay {
  readonly name: string
  readonly title: Words
  readonly from: string
  readonly article: Citation
  /** From a lead to the decision whether to file; absent: 处罚法 54(2) says only "in time". */
  readonly verification?: Period
  /** To state and defend after a notice (default of both overlays: 5 workdays). */
  readonly defence: Period
  readonly decision: Period
  /** The rule by which the term to decide is lengthened, by a head and then by the heads together; absent: never (处罚法 60). */
  readonly extension?: Citation
  /** Once more for the decision whether to file; absent: never. */
  readonly verificationExtension?: Period
  /** For telling a real-name informant whether a case was filed; absent: no term. */
  readonly informant?: Period
  /** For the reviewing unit; absent: no term of law. */
  readonly review?: Period
  /** To pay back what an annulled decision took. No law sets a term: configuration, to be confirmed. */
  readonly refund: Period
  /** Every ordinary case is reviewed, not only those of 处罚法 58(1). */
  readonly reviewAlways: boolean
  /** What pauses the term to decide, with the rule that names it; any other cause leaves it running (R26). */
  readonly pauses: Readonly<Partial<Record<PauseCause, Citation>>>
}

export type PauseCause = 'with-police' | 'suspended' | 'testing' | 'hearing' | 'announcement'
