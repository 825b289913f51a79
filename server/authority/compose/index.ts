import { citationWords } from '@faheng/law/citation.ts'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { entrustmentLetter } from '@faheng/law/documents/entrustment-letter/document.ts'
import type { EntrustmentCase } from '@faheng/law/procedures/entrustment-case.ts'
import type { DocumentContext } from '../../acts/index.ts'

/** The papers of what this room's procedures do. */
export const authorityDocuments = { composers: { 'entrustment-letter': composeLetter } }

/** 委托书, as the organisation signs it: what the head approved. */
function composeLetter({ state, act, read }: DocumentContext): FieldsOf<typeof entrustmentLetter> {
  const { organisation = '', norm, authority, from, until, entries } = state as EntrustmentCase
  return {
    organ: read.body.name,
    organisation: act.facts.entrusted?.[organisation]?.name ?? organisation,
    norm,
    items: entries.map(({ item }) => {
      const content = act.facts.catalogue?.[item]?.content
      return { title: content?.title ?? item, basis: (content?.bases ?? []).map(({ citation }) => citationWords(citation).zh).join('、') }
    }),
    authority,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}
