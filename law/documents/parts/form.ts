import type { View } from '../document.ts'
import { dayText, paragraphs } from '../present.ts'

interface Form {
  readonly lines: readonly (readonly [label: string, value: string | undefined])[]
  readonly texts?: readonly (readonly [label: string, text: string | undefined])[]
  readonly signed?: readonly { readonly role: string; readonly opinion?: string; readonly name?: string; readonly on?: string }[]
}

/** A form of labelled lines, long texts and steps to sign: what `../form.typ` lays out. Lines without a value are left out. */
export const formView = ({ lines, texts = [], signed = [] }: Form): View => ({
  lines: lines.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  texts: texts.map(([label, text]) => ({ label, lines: paragraphs(text) })),
  steps: signed.map(({ role, opinion, name, on }) => ({ role, opinion: paragraphs(opinion), name: name ?? '', on: dayText(on) })),
})
