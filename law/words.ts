/** A text in the two languages of the house; Chinese is the legal text, English its reading aid. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export const words = (zh: string, en: string): Words => ({ zh, en })
