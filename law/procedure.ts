import type { Static, TObject } from 'typebox'
import type { Citation } from './citation.ts'
import { isSetByBody } from './approval.ts'
import type { Effect } from './effects.ts'
import type { BodySettings, Facts, Need, Rank } from './facts.ts'
import type { Pause, Period } from './time/period.ts'
import type { Day, Instant } from './time/day.ts'
import type { Words } from './words.ts'

/**
 * The small language procedures are written in. A procedure is a table of stages, acts, guards and clocks; everything that
 * decides what may happen (server, page, phone) reads that table and nothing else.
 */

/** What every matter's state has, whatever its procedure. `S` of a procedure extends it. */
export interface MatterState {
  readonly stage: string
  readonly body: string
  readonly unit: string
  /** The officers who handle the matter now. */
  readonly team: readonly string[]
  /** Told to withdraw: they exercise no power in this matter any more (处罚法 43). */
  readonly recused?: readonly string[]
  readonly proposals: Readonly<Record<string, Proposal>>
  readonly clocks: readonly RunningClock[]
  readonly findings: readonly FindingMark[]
  /** Person → last sequence number he may read; null while he has a duty (R6). */
  readonly readers: Readonly<Record<string, number | null>>
  /** Who did what, newest last, for `not:` conditions and dependencies between dates. */
  readonly done: Readonly<Record<string, readonly DoneAct[]>>
  readonly parties: readonly { readonly id: string; readonly role: string }[]
  /** Who was a party once: dropped, succeeded, or named otherwise; the file still speaks of them. */
  readonly formerParties?: readonly string[]
  /** The other body that has to act in this matter now: it takes a power over, or hands cases over. */
  readonly counterpart?: string
  /** Who was appointed to preside over the hearing. */
  readonly chair?: string
  /** Mis-recorded entries by their id (R3): they stay in the story and count for nothing. */
  readonly struck?: Readonly<Record<string, StruckEntry>>
  /** Personal texts that were erased, by the act they stood in, as JSON pointers (个人信息保护法 47, D9). */
  readonly redacted?: Readonly<Record<string, readonly string[]>>
  /** Records of two officers that one of them alone stands for yet, by their act (处罚法 42(1), R4). */
  readonly unconfirmed?: Readonly<Record<string, Unconfirmed>>
  /** Who was assigned from the county pool to review this matter (R5, R10). */
  readonly poolReviewer?: string
  readonly filedOn?: Day
  /** The number an old case had before it came in (R29). */
  readonly number?: string
  /** The next day something falls due, for lists; derived by the fold. */
  readonly ended: boolean
}

export interface DoneAct {
  readonly id: string
  readonly by: string
  readonly at: Instant
  readonly seq: number
  readonly power?: true
  /** The id it gave to what it brought in, by which later acts rely on it: a piece of evidence. */
  readonly gives?: string
  /** Whom its papers are addressed to, one each. */
  readonly to?: readonly string[]
}

export interface StruckEntry extends DoneAct {
  readonly kind: string
  /** The act that struck it. */
  readonly strike: string
}

export interface Unconfirmed {
  readonly kind: string
  /** Who may still confirm it, and how many of them must. */
  readonly officers: readonly string[]
  readonly lacking: number
  readonly gives?: string
}

/** A proposal that waits for its approval, named by act and content hash: an approval of an older text is stale (D7). */
export interface Proposal {
  readonly act: string
  readonly hash: string
  readonly by: string
  readonly at: Instant
  readonly status: 'open' | 'approved' | 'returned'
}

export interface RunningClock {
  readonly clock: string
  readonly subject: string
  readonly opened: Instant
  /** The legal day the count begins from, where it is not that of `opened`. */
  readonly from?: Day
  /** Days that do not count, `until` being the first that counts again; the last is open while the clock stands still. */
  readonly pauses?: readonly Pause[]
  /** A day, or an instant for hours. Absent while paused without end. */
  readonly due?: Day | Instant
  readonly closed?: Instant
  /** The count touched a year whose holidays are not announced. */
  readonly provisional?: true
}

/** A finding against the matter, caused by an act: a fact's irregularity, a power a late fact has shown unlawful, a rule. */
export interface FindingMark {
  readonly rule: string
  readonly act: string
  readonly subject: string
}

/** One recorded (or proposed) act as guards and `apply` see it: without personal data. */
export interface Act<P = unknown> {
  readonly id: string
  readonly kind: string
  readonly seq: number
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly actor: string
  /** The post under which he acted; `system` has none. */
  readonly post?: Post
  readonly payload: P
  readonly facts: Facts
  /** Hash of kind, payload and times, made at the edge: approvals name it. */
  readonly hash: string
}

/** An act as `apply` receives it: a fact with the guards it failed. */
export type JudgedAct<P> = Act<P> & { readonly marks: readonly string[] }

export type PostKind =
  | 'officer'
  | 'unit-head'
  | 'legal-reviewer'
  | 'head'
  | 'supervisor'
  | 'receiving-clerk'
  | 'system-administrator'
  | 'security-administrator'
  | 'audit-administrator'

/** A dated assignment person × body × role (R5). `rank` for heads. */
export interface Post {
  readonly kind: PostKind
  readonly body: string
  readonly unit?: string
  readonly rank?: Rank
  /** What a deputy is in charge of; none named: all of the body's enforcement. */
  readonly fields?: readonly string[]
  /** The post is held by a written delegation, for these acts alone; `to` is what he is himself. */
  readonly delegation?: { readonly id: string; readonly to: 'deputy' | 'unit-head'; readonly acts: readonly string[] }
}

/**
 * Who may perform an act. `of` is where he must hold the post: in the handling unit, in the body, in the county, as one of
 * the handling team, as the appointed chair of the hearing, or as the second officer of a record, who may come from another
 * body (R4). `not` bars people by what they did in this matter.
 */
export interface By {
  readonly post: PostKind | readonly PostKind[]
  readonly of: 'unit' | 'body' | 'county' | 'team' | 'chair' | 'second' | 'counterpart'
  readonly not?: readonly ('proposer' | 'handler')[]
  /** Others of the body may record it, but it is the handling team it waits for. */
  readonly awaits?: 'team'
  /** Of heads: `chief` is reserved by law to the chief or who acts for him; `any` head does it. Else the body sets who (R5). */
  readonly heads?: 'chief' | 'any'
  /** The law names no head for it: a written delegation may give it to a unit head, too. */
  readonly delegable?: 'unit-head'
  /** Beside the body's own, whoever was assigned from the county pool. */
  readonly pool?: true
}

/** What a guard is shown. `payload` is undefined when only the state is judged, to list what may be done. */
export interface Judged<S, P = unknown> {
  readonly state: S
  readonly act: Omit<Act<P>, 'payload'> & { readonly payload: P | undefined }
  readonly facts: Facts
  /** The legal day of the act. */
  readonly on: Day
}

/** A condition of a power, with the article that demands it. For a fact the same condition is a mark. */
export interface Guard<S> {
  readonly id: string
  readonly article: Citation
  readonly title: Words
  readonly cure: Words
  readonly needs: readonly Need[]
  readonly unmet: (judged: Judged<S>) => Words | undefined
}

interface GuardTexts {
  readonly title: Words
  readonly cure: Words
  readonly needs?: readonly Need[]
}

/** A guard as short as its article: it answers with the reason it is not met, or nothing. */
export const guard = <S, P = unknown>(
  id: string,
  article: Citation,
  texts: GuardTexts,
  unmet: (judged: Judged<S, P>) => Words | false | undefined,
): Guard<S> => ({
  id,
  article,
  title: texts.title,
  cure: texts.cure,
  needs: texts.needs ?? [],
  unmet: (judged) => unmet(judged as Judged<S, P>) || undefined,
})

/** A refusal says what is wrong, which article, and what cures it. */
export interface Refusal {
  readonly guard: string
  readonly article: Citation
  readonly message: Words
  readonly cure: Words
}

/** A legal period that acts open and close. `whose` duty it is. Without a period in this state, nothing is opened. */
export interface ClockDefinition<S> {
  readonly title: Words
  readonly article: Citation
  readonly period: Period | ((state: S) => Period | undefined)
  readonly whose: 'body' | 'party' | 'reviewer' | 'head'
  /** The causes which a rule names as pausing this clock in this state; any other leaves it running (R26). */
  readonly pausedBy?: (state: S) => readonly string[]
}

/** What stops a clock, or lets it count again, and for which cause. Without `when`: always. */
export interface PauseUse<S, P = unknown> {
  readonly clock: string
  readonly cause: string
  readonly when?: (after: S) => boolean
  /** Only the clocks of these parties or documents; absent: all. */
  readonly subjects?: (after: S, payload: P) => readonly string[]
  /** The first day that counts again, where the act that stops the clock knows it; else another act lets it count. */
  readonly until?: (after: S) => Day | undefined
}

/** `subjects` keeps one running per party or document (R7, R24); none named, nothing happens. `*` closes all. */
export type ClockUse<S, P> =
  | string
  | {
      readonly clock: string
      readonly subjects: (after: S, payload: P) => readonly string[]
      /** The legal day the count begins from, where it is not the act's own. */
      readonly from?: (after: S, payload: P, subject: string) => Day | undefined
    }

/** A document an act produces: kind of the catalogue in `law/documents`, one for each subject named. */
export interface DocumentUse<S, P> {
  readonly kind: string
  /** Parties it is addressed to, one document each; absent: one document. */
  readonly each?: (state: S, payload: P) => readonly string[]
  readonly when?: (state: S, payload: P) => boolean
}

export interface Applied<S> {
  readonly state: S
  readonly effects?: readonly Effect[]
}

export interface ActDefinition<S> {
  readonly nature: 'power' | 'fact'
  readonly title: Words
  readonly article: Citation
  readonly from?: readonly string[]
  readonly to?: (state: S) => string
  readonly by: By | 'system'
  /** How many officers 处罚法 42 demands for this act. */
  readonly officers: 2 | 1 | 'none'
  readonly payload: TObject
  readonly needs: readonly Need[]
  readonly guards: readonly Guard<S>[]
  /** This act approves or returns a proposal of that kind. */
  readonly answers?: string
  /** This act speaks of a proposal by act and hash without settling it: review, notice, minutes (R10). */
  readonly about?: string
  /** What it answers goes back to who proposed it. What only speaks of a proposal settles nothing: a legal reviewer moves the stage alone. */
  readonly returns?: true
  readonly proposes?: true
  /** The mis-recorded entry this act strikes: from then on the matter is folded without it (R3). */
  readonly strikes?: (payload: unknown) => string | undefined
  /** The matter waits for this act: its people find it on their desks. */
  readonly awaited: (state: S) => boolean
  /** Whether the file holds anything this act could be about; a page keeps the others out of the way. They stay possible (R2). */
  readonly suits: (state: S) => boolean
  readonly opens: readonly ClockUse<S, unknown>[]
  readonly closes: readonly ClockUse<S, unknown>[]
  readonly pauses: readonly PauseUse<S>[]
  readonly resumes: readonly Omit<PauseUse<S>, 'cause' | 'until'>[]
  readonly documents: readonly DocumentUse<S, unknown>[]
  /** What the form can already fill in from the file. */
  readonly prefill: (state: S, facts: Facts) => Readonly<Record<string, unknown>>
  readonly sentence?: Words
  /** Total: never refuses, reads only its arguments (D2). */
  readonly apply: (state: S, act: JudgedAct<unknown>) => Applied<S>
}

/** What a line of a procedure is written with; everything left out has the plain meaning. */
interface ActSpec<S, T extends TObject> {
  readonly title: Words
  readonly article: Citation
  readonly by: By | 'system'
  readonly officers?: 2 | 1 | 'none'
  readonly payload: T
  readonly needs?: readonly Need[]
  readonly guards?: readonly Guard<S>[]
  readonly opens?: readonly ClockUse<S, Static<T>>[]
  readonly closes?: readonly ClockUse<S, Static<T>>[]
  readonly pauses?: readonly PauseUse<S, Static<T>>[]
  readonly resumes?: readonly Omit<PauseUse<S, Static<T>>, 'cause' | 'until'>[]
  readonly documents?: readonly DocumentUse<S, Static<T>>[]
  readonly prefill?: (state: S, facts: Facts) => Readonly<Record<string, unknown>>
  readonly awaited?: (state: S) => boolean
  readonly suits?: (state: S) => boolean
  readonly apply?: (state: S, act: JudgedAct<Static<T>>) => Applied<S> | S
}

interface PowerSpec<S, T extends TObject> extends ActSpec<S, T> {
  readonly from: string | readonly string[]
  readonly to?: string | ((state: S) => string)
  readonly answers?: string
  readonly about?: string
  readonly returns?: true
  readonly proposes?: true
  readonly strikes?: (payload: Static<T>) => string | undefined
}

/** The two words every line begins with, for one kind of state (R1). */
export const actsOn = <S extends MatterState>() => ({
  /** An exercise of power: refused if unlawful. */
  power: <T extends TObject>(spec: PowerSpec<S, T>): ActDefinition<S> => {
    const to = spec.to
    return {
      ...settled(spec),
      nature: 'power',
      from: typeof spec.from === 'string' ? [spec.from] : spec.from,
      ...(to === undefined ? {} : { to: typeof to === 'string' ? () => to : to }),
      ...(spec.answers ? { answers: spec.answers } : {}),
      ...(spec.about ? { about: spec.about } : {}),
      ...(spec.returns ? { returns: true } : {}),
      ...(spec.proposes ? { proposes: true } : {}),
      ...(spec.strikes ? { strikes: spec.strikes as (payload: unknown) => string | undefined } : {}),
    }
  },
  /** Something that happened: never refused; its unmet guards are marks. */
  fact: <T extends TObject>(spec: ActSpec<S, T>): ActDefinition<S> => ({ ...settled(spec), nature: 'fact' }),
})

const settled = <S, T extends TObject>(spec: ActSpec<S, T>) => ({
  title: spec.title,
  article: spec.article,
  by: spec.by,
  officers: spec.officers ?? ('none' as const),
  payload: spec.payload,
  needs: [...new Set([...(spec.needs ?? []), ...(isSetByBody(spec.by) ? (['approval'] as const) : []), ...(spec.guards ?? []).flatMap((each) => each.needs)])],
  guards: spec.guards ?? [],
  awaited: spec.awaited ?? (() => false),
  suits: spec.suits ?? (() => true),
  opens: (spec.opens ?? []) as readonly ClockUse<S, unknown>[],
  closes: (spec.closes ?? []) as readonly ClockUse<S, unknown>[],
  pauses: (spec.pauses ?? []) as readonly PauseUse<S>[],
  resumes: (spec.resumes ?? []) as readonly PauseUse<S>[],
  documents: (spec.documents ?? []) as readonly DocumentUse<S, unknown>[],
  prefill: spec.prefill ?? (() => ({})),
  apply: (state: S, act: JudgedAct<unknown>): Applied<S> => {
    const after = spec.apply?.(state, act as JudgedAct<Static<T>>) ?? state
    return isApplied(after) ? after : { state: after }
  },
})

const isApplied = <S>(after: Applied<S> | S): after is Applied<S> =>
  typeof after === 'object' && after !== null && 'state' in after && typeof after.state === 'object'

/** What a need is asked about, from the matter and the act at hand. */
export interface Asks {
  readonly certificates: readonly string[]
  readonly reviewers: readonly string[]
  /** `township`: where the conduct happened, for powers that were given to townships (处罚法 24). */
  readonly items: readonly { readonly id: string; readonly conduct: Day; readonly township?: string }[]
  readonly parties: readonly { readonly id: string; readonly on: Day }[]
  /** `township`: where the conduct is said to have happened. */
  readonly earlier: readonly { readonly party: string; readonly from: Day; readonly until: Day; readonly township?: string }[]
  /** Acts of this matter whose papers are about to go out. */
  readonly papers?: readonly string[]
  /** Items whose present version is to be adjusted, and the statutes items rest on. */
  readonly catalogue?: readonly string[]
  readonly statutes?: readonly string[]
  /** Division codes of townships that powers are given to. */
  readonly townships?: readonly string[]
  /** Bodies that may be entrusted organisations: the matter's own, or whom something is entrusted to. */
  readonly entrusted?: readonly string[]
  /** The body whose open cases of these items are asked for. */
  readonly openCases?: { readonly body: string; readonly items: readonly string[] }
  /** The number of a measure of the county plan. */
  readonly measure?: number
  /** Matters that may have released something to this one. */
  readonly released?: readonly string[]
}

/** What supervision and file review have to say against a matter; never blocks (R13). */
export interface Rule<S> {
  readonly id: string
  readonly article: Citation
  readonly title: Words
  readonly severity: 'serious' | 'ordinary' | 'slight'
  /** The subjects found by this act: most rules find none or `''`. */
  readonly finds: (after: S, act: JudgedAct<unknown>, before: S) => readonly string[]
}

/** Something about a matter that deserves a second look before it is approved; it blocks nothing. */
export interface Risk {
  readonly id: string
  readonly grave: boolean
  readonly title: Words
}

export interface Procedure<S extends MatterState = MatterState> {
  readonly name: string
  readonly title: Words
  readonly article: Citation
  readonly stages: Readonly<Record<string, Words>>
  /** Stages in which the law knows the matter as ended. */
  readonly endings: readonly string[]
  /** Stages off the main road: shown only while the matter stands in them. */
  readonly detours?: readonly string[]
  readonly first: readonly string[]
  readonly begin: (place: { readonly body: string; readonly unit: string }) => S
  readonly asks: (state: S, act: Omit<Act, 'facts' | 'seq' | 'hash'>) => Asks
  readonly clocks: Readonly<Record<string, ClockDefinition<S>>>
  /** What the law lets happen by itself when a clock runs out: clock → act of the actor `system`. */
  readonly lapses: Readonly<Record<string, string>>
  /** What whoever approves should see at a glance (desk); from the state alone and what the body set. */
  readonly risks?: (state: S, today: Day, settings: BodySettings) => readonly Risk[]
  readonly acts: Readonly<Record<string, ActDefinition<S>>>
  readonly rules: readonly Rule<S>[]
}
