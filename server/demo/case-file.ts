import type { DemoItem } from './items.ts'
import type { DemoParty } from './parties.ts'
import type { CaseClock } from './clock.ts'
import type { Plot } from './plot.ts'
import type { Random } from './random.ts'
import type { Registers } from './registers.ts'
import type { Late, Rehearsal } from './rehearsal.ts'
import { awaitingHim, secondOfficers } from '@faheng/law/second-officer.ts'
import { addDays, instantAt, msOf, type Day, type Instant } from '@faheng/law/time/day.ts'

/** Who does what in one case. */
export interface Cast {
  readonly clerk: string
  readonly unitHead: string
  readonly team: readonly [string, string]
  readonly reviewer: string
  readonly chief: string
  readonly heads: readonly string[]
}

export interface Conduct {
  readonly id: string
  readonly item: DemoItem
  readonly from: Day
  readonly until: Day
}

/** One case while it is being told. */
export interface CaseFile {
  readonly registers: Registers
  readonly rehearsal: Rehearsal
  readonly random: Random
  readonly clock: CaseClock
  readonly plot: Plot
  readonly cast: Cast
  readonly parties: readonly DemoParty[]
  readonly conducts: readonly Conduct[]
  readonly opened: Day
}

/** How long until the story goes on: working days, until a day is over, or never. */
export type Pause = number | { readonly after: Day } | 'never'
export type Telling = Generator<Pause, void, void>

export const firstParty = ({ parties }: CaseFile): DemoParty => parties[0] as DemoParty
export const firstItem = ({ conducts }: CaseFile): DemoItem => (conducts[0] as Conduct).item
export const partyIds = ({ parties }: CaseFile): string[] => parties.map((each) => each.id)

/** Under eighteen when the case was opened. */
export const isMinor = ({ opened }: CaseFile, { birth }: DemoParty): boolean => birth !== undefined && birth > `${Number(opened.slice(0, 4)) - 18}${opened.slice(4)}`

/** An act at the case's own time, some minutes after the one before. */
export function act(file: CaseFile, person: string, kind: string, payload: object = {}, late?: Late): string {
  if (relies.has(kind)) confirm(file)
  return file.rehearsal.perform(person, kind, payload, file.clock.soon(), late)
}

/** Before something relies on records of two, the other officers confirm theirs, all at once (R4). */
function confirm({ rehearsal, clock }: CaseFile): void {
  for (const person of secondOfficers(rehearsal.state()))
    rehearsal.perform(person, 'confirm-entries', { entries: awaitingHim(rehearsal.state(), person) }, clock.soon())
}

const relies = new Set(['submit-report', 'propose-decision', 'propose-closing'])

/** Who writes down what a party brings: the clerk who took the lead in, else the officer. */
export const recorder = ({ plot, cast }: CaseFile): string => (plot.source === 'inspection' ? cast.team[0] : cast.clerk)

/** A head who neither handles the case nor made the proposal. */
export const someHead = ({ random, cast }: CaseFile): string => random.pick(cast.heads.filter((head) => !cast.team.includes(head)))

export const inMinutes = (at: Instant, minutes: number): Instant => instantAt(msOf(at) + minutes * 60_000)
export const dayBefore = (day: Day, days: number): Day => addDays(day, -days)
