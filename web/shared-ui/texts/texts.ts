import type { Words } from '@faheng/law/words.ts'
import { cleaning } from './catalogue.ts'
import { common, navigation } from './common.ts'
import { discretion, leniency, toConfirm } from './discretion.ts'
import { desk, matters, signIn } from './desk.ts'
import { exams } from './exams.ts'
import { act, matter, party } from './matter.ts'
import { account, audit, documents, imports, items, ledger, people, rules, security, viewer } from './pages.ts'
import { card, certificates, county, staff } from './staff.ts'
import { plan } from './plan.ts'
import { statutes } from './statutes.ts'
import { townships } from './townships.ts'
import { training } from './training.ts'

/** Every text of the workbench, both languages side by side; the keys are checked by the compiler. */
const areas = { plan, common, navigation, signIn, desk, matters, matter, act, party, documents, viewer, items, cleaning, leniency, toConfirm, discretion,  statutes, rules, imports, exams, ledger, people, staff, card, certificates, county, training, townships, account, security, audit }

type Areas = typeof areas
export type TextKey = { [A in keyof Areas & string]: `${A}.${keyof Areas[A] & string}` }[keyof Areas & string]

export const resourcesIn = (language: keyof Words): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(areas).map(([area, texts]) => [area, Object.fromEntries(Object.entries(texts).map(([key, text]: [string, Words]) => [key, text[language]]))]),
  )
