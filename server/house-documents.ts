import { documentsFrom } from './acts/index.ts'
import { authorityDocuments } from './authority/compose/index.ts'
import { penaltyDocuments } from './cases/compose/index.ts'

/** Every kind of document the house issues; a room that makes papers adds its composers here. */
export const houseDocuments = documentsFrom([penaltyDocuments, authorityDocuments])
