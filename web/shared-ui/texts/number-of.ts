/** `1 day`, `3 days` in an English text, of the value `name`; Chinese needs no such thing. */
export const numberOf = (name: string, one: string, many = `${one}s`): string => `{{${name}, of(one: ${one}; many: ${many})}}`

/** What stands for `of` in such a text. */
export const formatNumberOf = (value: unknown, { one, many }: { readonly one?: string; readonly many?: string }): string =>
  `${String(value)} ${String(value) === '1' ? one : many}`
