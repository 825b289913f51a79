import { buffer } from 'node:stream/consumers'
import { documents as catalogue } from '@faheng/law/documents/index.ts'
import { bindCaseFile } from '../platform/documents/case-file.ts'
import { reading } from '../platform/access/scope.ts'
import { run, statement } from '../platform/database/run.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import type { CasesContext } from './context.ts'

/** Both volumes of a case as one PDF with catalogue, page numbers and bookmarks; signed scans stand behind their documents (R28). */
export async function caseFile(context: CasesContext, session: Session, matter: string): Promise<Uint8Array> {
  return bindCaseFile(await gather(context, session, matter))
}
