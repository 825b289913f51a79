/** A text in the two languages of the house; Chinese is the legal text, English its reading aid. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export const words = (zh: string, en: string): Words => ({ zh, en })

/** `1 finding`, `3 findings`: Chinese needs no such thing. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
