import { documents } from '@faheng/law/documents/index.ts'
import { type Words, words } from '@faheng/law/words.ts'

export const documentTitle = (kind: string): Words => (Object.hasOwn(documents, kind) ? documents[kind]?.title : undefined) ?? words(kind, kind)
