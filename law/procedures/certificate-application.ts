import type { Static } from 'typebox'
import type { QualificationFact } from '../facts.ts'
import type { JudgedAct } from '../procedure.ts'
import type { CertificateLife, StaffCategory } from './certificate-life.ts'
import { categories, type apply } from './certificate-payloads.ts'

/** 编制类别 as the register of people has it; what the form says where it has none. */
export function categoryOf({ payload: { holder, category }, facts }: JudgedAct<Static<typeof apply>>): { category?: StaffCategory } {
  const registered = facts.qualification?.[holder]?.category ?? category
  return typeof registered === 'string' && Object.hasOwn(categories, registered) ? { category: registered as StaffCategory } : {}
}

export function outsideOf({ outside: told }: Static<typeof apply>): Pick<CertificateLife, 'outside'> {
  if (!told) return {}
  const { hours, examOn } = told
  return { outside: { ...(hours === undefined ? {} : { hours }), ...(examOn === undefined ? {} : { examOn }) } }
}

export function trainedOf({ payload: { holder, outside: elsewhere }, facts }: JudgedAct<Static<typeof apply>>): NonNullable<CertificateLife['trained']> {
  const known = facts.qualification?.[holder]
  const exam = known?.exam?.passed ? { examOn: known.exam.on, exam: known.exam.id } : elsewhere?.examOn !== undefined ? { examOn: elsewhere.examOn } : {}
  return { hours: (known?.hours ?? 0) + (elsewhere?.hours ?? 0), ...exam }
}

/** This year, and passed if its hours are there. */
export function verifiedFirst(known: QualificationFact | undefined): Readonly<Record<string, unknown>> {
  const year = Object.keys(known?.years ?? {}).sort().at(-1)
  const of = year === undefined ? undefined : known?.years[year]
  return year === undefined ? {} : { year: Number(year), passed: of !== undefined && of.hours >= of.needed }
}
