import type { caseCatalogue } from '@faheng/law/documents/case-catalogue/document.ts'
import type { caseCover } from '@faheng/law/documents/case-cover/document.ts'
import type { caseNotes } from '@faheng/law/documents/case-notes/document.ts'
import type { FieldsOf, Volume } from '@faheng/law/documents/document.ts'
import { documentOf } from '@faheng/law/documents/index.ts'
import { archive } from '@faheng/law/procedures/penalty-payloads.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { toldHere, type CaseFile } from './file.ts'
import { doneOn, filingNumber } from './numbers.ts'
import { causeOf, partyNames } from './party.ts'
import { decidedPenalties, penaltiesInShort } from './penalties.ts'
import { personName, teamNames } from './people.ts'
import { documentTitle } from './titles.ts'

/** The subject of a document of the file itself is its volume; 正卷 unless 副卷 is asked for. */
const volumeOf = ({ subject }: CaseFile): Volume => (subject === 'inner' ? 'inner' : 'main')

/** 卷内文件目录. */
export const composeCatalogue = (file: CaseFile): FieldsOf<typeof caseCatalogue> => ({
  volume: volumeOf(file),
  cause: causeOf(file),
  rows: rowsOf(file),
})

/** 卷内备考表. */
export const composeNotes = (file: CaseFile): FieldsOf<typeof caseNotes> => ({
  volume: volumeOf(file),
  ...extentOf(file),
  notes: toldHere(file, archive).notes,
  binder: personName(file, file.act.actor),
  boundOn: file.day,
})

/** 案卷封面. */
export function composeCover(file: CaseFile): FieldsOf<typeof caseCover> {
  const { state } = file
  const closed = doneOn(file, 'approve-closing')
  const outcome = state.decision?.outcome === 'no-penalty' ? '不予行政处罚' : penaltiesInShort(decidedPenalties(file))
  return {
    volume: volumeOf(file),
    cause: causeOf(file),
    caseNumber: filingNumber(file),
    parties: partyNames(file),
    handlers: teamNames(file),
    ...(state.filedOn ? { filedOn: state.filedOn } : {}),
    ...(state.decision ? { decidedOn: state.decision.on } : {}),
    ...(closed ? { closedOn: closed } : {}),
    ...(outcome ? { outcome } : {}),
    boundOn: file.day,
    retention: retentions[toldHere(file, archive).retention],
    ...extentOf(file),
  }
}

const retentions = { permanent: '永久', 'thirty-years': '30年', 'ten-years': '10年' } as const

function extentOf(file: CaseFile): { readonly documents: number; readonly pages: number } {
  const rows = rowsOf(file)
  return { documents: rows.length, pages: rows.at(-1)?.to ?? 0 }
}

/**
 * The decision and the receipts of its service lie on top, the rest as it came. A document not rendered yet counts as one
 * page: binding counts again.
 */
function rowsOf(file: CaseFile): FieldsOf<typeof caseCatalogue>['rows'] {
  const volume = volumeOf(file)
  const decided = file.state.decision?.act
  const receipts = file.state.services.flatMap((each) => (each.of === decided && each.act ? [each.act] : []))
  const onTop = ({ kind, act }: CaseFile['read']['documents'][number]) => (kind.endsWith('penalty-decision') ? 0 : receipts.includes(act) ? 1 : 2)
  const own = file.read.documents.filter(({ kind }) => documentOf(kind).volume === volume && !bindings.includes(kind))
  let page = 0
  return own.toSorted((a, b) => onTop(a) - onTop(b)).map((each) => {
    const from = page + 1
    page += each.pages ?? 1
    return {
      title: documentTitle(each),
      ...(each.number ? { number: each.number } : {}),
      responsible: file.read.body.name,
      date: dayOf(each.made),
      from,
      to: page,
    }
  })
}

const bindings: readonly string[] = ['case-cover', 'case-catalogue', 'case-notes']
