import type { FieldsOf } from '@faheng/law/documents/document.ts'
import { documentOf } from '@faheng/law/documents/index.ts'
import type { rectification as definition } from '@faheng/law/documents/rectification/document.ts'
import { approval } from '@faheng/law/procedures/penalty-fields.ts'
import { rectify } from '@faheng/law/procedures/penalty-rectification.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldBy, toldHere, toldIn, type CaseFile } from './file.ts'
import { partyOf } from './party.ts'
import { contactOf } from './people.ts'
import { documentTitle } from './titles.ts'

/** 更正书: what was proposed, of the paper this party got. */
export function composeRectification(file: CaseFile): FieldsOf<typeof definition> {
  const proposed = toldBy(file, toldHere(file, approval).proposal.act, rectify) ?? toldIn(file, 'propose-rectification', rectify).at(-1)
  const { document = '', corrections = [] } = proposed?.told ?? {}
  const paper = file.read.documents.find((each) => each.act === document && documentOf(each.kind).outward && (each.subject === file.subject || each.subject === ''))
  return {
    party: partyOf(file, file.subject),
    title: paper ? documentTitle(paper) : '',
    ...(paper?.number ? { number: paper.number } : {}),
    on: paper ? dayOf(paper.made) : file.day,
    corrections: corrections.map(({ place, wrong, right }) => ({ place, wrong, right })),
    remedyTerm: corrections.some((each) => each.what === 'remedy'),
    contact: contactOf(file),
  }
}
