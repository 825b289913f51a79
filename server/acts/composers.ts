import { documentOf } from '@faheng/law/documents/index.ts'
import type { DocumentContext, Documents } from './compose.ts'
import { settled } from './settled.ts'

/** What a document of one kind says, out of its matter's file; blanks where the file is silent. Never fails for an act the law let through. */
export type Composer = (context: DocumentContext) => unknown

/** The same, for acts still being written too. */
export interface Drafts extends Documents {
  /** What is known of the fields so far. */
  draft(kind: string, context: DocumentContext): unknown
}

/** The catalogue of documents out of the rooms' composers. `naming`: kinds by whose number a matter goes, the latest counts. */
export function documentsFrom(rooms: readonly { readonly composers: Readonly<Record<string, Composer>>; readonly naming?: readonly string[] }[]): Drafts {
  const composers = new Map(rooms.flatMap((room) => Object.entries(room.composers)))
  const naming = new Set(rooms.flatMap((room) => room.naming ?? []))
  const draft: Drafts['draft'] = (kind, context) => {
    const composer = composers.get(kind)
    if (!composer) throw new RangeError(`nothing composes ${kind}`)
    return composer(context)
  }
  return {
    kindOf(kind) {
      const { version, outward, series } = documentOf(kind)
      return { version, outward, ...(series ? { series } : {}), ...(naming.has(kind) ? { namesMatter: true } : {}) }
    },
    draft,
    compose: (kind, context) => settled(documentOf(kind).fields, draft(kind, context)),
  }
}
