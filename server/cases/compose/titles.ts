import { fillBlanks } from '@faheng/law/documents/blank.ts'
import { documentOf } from '@faheng/law/documents/index.ts'

/** The title a document of the file bears, which some take from their fields (不予立案审批表). */
export function documentTitle({ kind, fields }: { readonly kind: string; readonly fields: unknown }): string {
  const definition = documentOf(kind)
  return definition.titleOf?.(fillBlanks(definition.fields, fields)) ?? definition.title.zh
}
