import type { Static, TObject } from 'typebox'
import { fillBlanks } from '@faheng/law/documents/blank.ts'
import type { Act } from '@faheng/law/procedure.ts'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import type { DocumentContext } from '../../acts/index.ts'

/** The file as a document of it is written: what was said in every act, the act at hand included. */
export interface CaseFile extends Pick<DocumentContext, 'read' | 'day' | 'subject'> {
  readonly state: PenaltyCase
  readonly act: Act
  /** In legal order. */
  readonly acts: readonly Act[]
}

export interface Said<T> {
  readonly act: Act
  readonly told: T
}

export function openFile({ state, act, read, day, subject }: DocumentContext): CaseFile {
  let inOrder: readonly Act[] | undefined
  return {
    state: state as PenaltyCase, act, read, day, subject,
    // Asked for by papers that quote others' words; the others do without the earlier acts (`readBackground`).
    get acts() {
      return (inOrder ??= legalOrder(read.acts, act, state.struck ?? {}))
    },
  }
}

/** What was struck was never so (R3): no paper quotes it. */
function legalOrder(earlier: readonly Act[], act: Act, struck: Readonly<Record<string, unknown>>): Act[] {
  const acts = [...earlier.filter(({ id }) => id !== act.id && !Object.hasOwn(struck, id)), act]
  return acts.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.seq - b.seq))
}

/** What the act at hand says; what is missing of it (a form half filled in) is blank. */
export const toldHere = <T extends TObject>({ act }: CaseFile, schema: T): Static<T> => fillBlanks(schema, act.payload)

/** What one act said; erased personal fields are blank. */
export function toldBy<T extends TObject>(file: CaseFile, id: string | undefined, schema: T): Said<Static<T>> | undefined {
  const act = file.acts.find((each) => each.id === id)
  return act && said(file, act, schema)
}

/** All acts of a kind, oldest first. */
export const toldIn = <T extends TObject>(file: CaseFile, kind: string, schema: T): Said<Static<T>>[] =>
  file.acts.filter((each) => each.kind === kind).map((act) => said(file, act, schema))

const said = <T extends TObject>(file: CaseFile, act: Act, schema: T): Said<Static<T>> => ({
  act,
  told: fillBlanks(schema, act.id === file.act.id ? file.act.payload : file.read.payloadOf(act.id)),
})
