import type { i18n } from 'i18next'

/** `1 day`, `3 days` in an English text, of the value `name`; Chinese needs no such thing. */
export const numberOf = (name: string, one: string, many = `${one}s`): string => `{{${name}, of(one: ${one}; many: ${many})}}`

/** Tells i18next what stands for `of` in such texts. */
export const readNumberOf = (texts: i18n): void =>
  texts.services.formatter?.add('of', (value: unknown, _, { one, many }: { readonly one: string; readonly many: string }) => `${String(value)} ${String(value) === '1' ? one : many}`)
