import { createContext, useContext } from 'react'
import type { Acts, Matter } from '../matter/queries.ts'

/** What the pickers of a form choose from: the file at hand (absent while a matter is being opened) and names seen so far. */
export interface FileAtHand {
  readonly matter: Matter | undefined
  readonly acts: Acts
  readonly body: string
  /** Names of ids chosen by search, kept with the draft so that it reads well when it comes back. */
  readonly names: Readonly<Record<string, string>>
  readonly learnName: (id: string, name: string) => void
}

export const FileContext = createContext<FileAtHand>({ matter: undefined, acts: [], body: '', names: {}, learnName: () => undefined })
export const useFileAtHand = (): FileAtHand => useContext(FileContext)
