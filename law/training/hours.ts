import { addDays, addYears, compareDays, dayOf, daysBetween, msOf, startOfDay, type Day, type Instant } from '../time/day.ts'
import { words } from '../words.ts'

/** 培训类别 (measures 2, 3, 5). Political hours stand apart: the 60 are business and law alone (measure 7). */
export const courseKinds = {
  political: words('政治理论', 'Political'),
  'public-law': words('公共法律知识', 'Public law'),
  professional: words('专业法律', 'Professional law'),
  skills: words('执法技能', 'Skills'),
} as const
export type CourseKind = keyof typeof courseKinds

/** 分级: who holds the course. */
export const courseLevels = { county: words('县级', 'County'), body: words('部门', 'Body'), township: words('乡镇', 'Township') } as const

/** 分层: whom it is for. */
export const courseTiers = {
  all: words('全体人员', 'Everybody'),
  new: words('新进人员', 'Newcomers'),
  officer: words('一线执法人员', 'Officers'),
  head: words('负责人', 'Heads'),
  reviewer: words('法制审核人员', 'Legal reviewers'),
} as const

/** What a region sets [U]; `body-setting` named `training` changes it for a body. */
export interface TrainingSetting {
  /** 学时 a person and year of business and law. */
  readonly hours: number
  /** 资格培训: 学时 before a first certificate. */
  readonly entryHours: number
  /** Minutes by which who comes late or goes early is still there for the whole time. */
  readonly grace: number
  /** Month and day by which the year's plan is filed. */
  readonly planDue: string
  /** 轮训: the round that everybody passes once, [from, until]. */
  readonly rotation?: { readonly from: Day; readonly until: Day }
}
export const standardSetting: TrainingSetting = { hours: 60, entryHours: 60, grace: 10, planDue: '03-31' }

/** One line of the log, as it stands: struck lines are not among them. */
export type TrainingEntry = { readonly id: string; readonly person: string; readonly course: string } & (OnSite | { readonly kind: 'finished'; readonly at: Instant })

type OnSite =
  | { readonly kind: 'in' | 'out'; readonly session: string; readonly at: Instant }
  /** 纸质签到: from the paper list, entered later. */
  | { readonly kind: 'listed'; readonly session: string; readonly from: Instant; readonly until: Instant }

export interface TrainingCourse {
  readonly id: string
  readonly kind: CourseKind
  /** 学时 the whole course is worth. */
  readonly hours: number
}

export interface TrainingSession {
  readonly id: string
  readonly course: string
  readonly starts: Instant
  readonly ends: Instant
  readonly hours: number
}

/** Hours a person has for one session or one online course, and the lines that prove them. */
export interface Credit {
  readonly course: string
  readonly session?: string
  readonly day: Day
  readonly hours: number
  readonly proof: readonly string[]
  /** Why it is nothing, or less than it could be. */
  readonly short?: 'no-sign-in' | 'no-sign-out' | 'part' | 'elsewhere' | 'course-full'
}

export interface Programme {
  readonly courses: ReadonlyMap<string, TrainingCourse>
  readonly sessions: ReadonlyMap<string, TrainingSession>
}

/**
 * Hours of one person by rule. On site: the part of the session he was there, whole within the grace; without a sign-out
 * nothing. A paper list prevails over the code. Nobody is in two places: overlapping time counts once. A course never gives more
 * than it is worth, however often it is attended. Online: the course, once it is finished.
 */
export function creditsOf(entries: readonly TrainingEntry[], { courses, sessions }: Programme, grace: number): Credit[] {
  const credits: Credit[] = []
  const given = new Map<string, number>()
  let busyUntil = 0
  const give = (credit: Credit): void => {
    const worth = courses.get(credit.course)?.hours ?? 0
    const before = given.get(credit.course) ?? 0
    const hours = tenths(Math.min(credit.hours, worth - before))
    given.set(credit.course, before + hours)
    credits.push(hours < credit.hours ? { ...credit, hours, short: 'course-full' } : credit)
  }
  const attended = [...sessions.values()].sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : a.id < b.id ? -1 : 1))
  for (const session of attended) {
    const lines = entries.filter((each) => each.kind !== 'finished' && each.session === session.id)
    if (lines.length === 0) continue
    const { from, until, proof } = presence(lines)
    const base = { course: session.course, session: session.id, day: dayOf(session.starts), proof }
    if (from === undefined || until === undefined) {
      give({ ...base, hours: 0, short: from === undefined ? 'no-sign-in' : 'no-sign-out' })
      continue
    }
    const [starts, ends] = [msOf(session.starts), msOf(session.ends)]
    const slack = grace * 60_000
    const begin = msOf(from) <= starts + slack ? starts : msOf(from)
    const end = msOf(until) >= ends - slack ? ends : msOf(until)
    const free = Math.max(begin, busyUntil)
    const there = Math.max(0, end - free)
    if (there > 0) busyUntil = end
    const hours = ends > starts ? tenths((session.hours * there) / (ends - starts)) : 0
    give({ ...base, hours, ...(free > begin ? { short: 'elsewhere' as const } : there < ends - starts ? { short: 'part' as const } : {}) })
  }
  for (const each of entries)
    if (each.kind === 'finished') give({ course: each.course, day: dayOf(each.at), hours: courses.get(each.course)?.hours ?? 0, proof: [each.id] })
  return credits
}

/** First in and last out; a paper list says both. */
function presence(lines: readonly TrainingEntry[]): { from?: Instant | undefined; until?: Instant | undefined; proof: string[] } {
  const listed = lines.findLast((each) => each.kind === 'listed')
  if (listed) return { from: listed.from, until: listed.until, proof: [listed.id] }
  const times = (kind: 'in' | 'out') => lines.flatMap((each) => (each.kind === kind ? [each.at] : [])).sort()
  return { from: times('in')[0], until: times('out').at(-1), proof: lines.map(({ id }) => id) }
}

/** Cut, not rounded: nobody is given what he did not sit through. */
const tenths = (hours: number): number => Math.max(0, Math.floor(hours * 10 + 1e-6) / 10)

/** What a person has in a year and still needs. */
export interface Standing {
  readonly byKind: Readonly<Record<CourseKind, number>>
  /** Business and law: what the 60 ask for. */
  readonly counted: number
  readonly needed: number
  readonly lacking: number
  /** At the pace of the days that have passed. */
  readonly projected: number
  readonly willMiss: boolean
}

/** Measure 7: 60 hours beside the political ones. `exempt` hours were taken off with a reason. `on` lies in the year, or after it. */
export function standingOf(credits: readonly Credit[], courses: Programme['courses'], at: { readonly year: number; readonly on: Day; readonly hours: number; readonly exempt: number }): Standing {
  const byKind: Record<CourseKind, number> = { political: 0, 'public-law': 0, professional: 0, skills: 0 }
  for (const credit of credits) {
    const kind = courses.get(credit.course)?.kind
    if (kind !== undefined && credit.day.startsWith(`${at.year}-`)) byKind[kind] = sum(byKind[kind], credit.hours)
  }
  const counted = sum(byKind['public-law'], byKind.professional, byKind.skills)
  const needed = Math.max(0, sum(at.hours, -at.exempt))
  const [first, next] = [`${at.year}-01-01`, addYears(`${at.year}-01-01`, 1)]
  const passed = compareDays(at.on, next) >= 0 ? daysBetween(first, next) : daysBetween(first, addDays(at.on, 1))
  const projected = passed <= 0 ? 0 : tenths((counted * daysBetween(first, next)) / passed)
  return { byKind, counted, needed, lacking: Math.max(0, sum(needed, -counted)), projected, willMiss: counted < needed && projected < needed }
}

/** Of tenths, without what binary fractions leave behind. */
const sum = (...hours: readonly number[]): number => Math.round(hours.reduce((all, each) => all + each, 0) * 10) / 10

/** The plan of a year is late once its day has passed (measure 6). */
export const filedLate = (year: number, planDue: string, filed: Instant): boolean => filed >= startOfDay(addDays(`${year}-${planDue}`, 1))

/**
 * Honest progress: of what a page claims to have shown since its last word, no more counts than the clock let pass, and no more
 * than one beat is long, so that a closed machine earns nothing.
 */
export const watched = (before: number, beat: { readonly since: number; readonly claimed: number; readonly longest: number; readonly whole: number }): number =>
  Math.min(beat.whole, before + Math.max(0, Math.min(Math.floor(beat.since), Math.floor(beat.claimed), beat.longest)))
