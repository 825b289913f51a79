import type { UploadAnswer } from '@faheng/api/documents.ts'
import type { Static } from 'typebox'
import { ask, post } from '../../../shared-ui/client/ask.ts'
import { newId } from '../../../shared-ui/client/new-id.ts'

type Answer = Static<typeof UploadAnswer>
const chunk = 1024 * 1024

/** One upload id per chosen file, kept for the page's life: sending again goes on where the server says it stopped. */
const begun = new Map<string, string>()

/** Uploads in pieces of 1 MiB; answers with the content hash. Throws `Unanswered` when the line breaks; call again to go on. */
export async function sendFile(key: string, file: File, onShare: (share: number) => void): Promise<string> {
  const id = begun.get(key) ?? newId()
  begun.set(key, id)
  let at = await post<Answer>('/api/files', { id, name: file.name.slice(0, 200), type: file.type || 'application/octet-stream', bytes: file.size })
  while (at.hash === null) {
    onShare(at.received / file.size)
    const piece = file.slice(at.received, at.received + chunk)
    at = await ask<Answer>('PUT', `/api/files/${id}?from=${at.received}`, piece)
  }
  onShare(1)
  return at.hash
}
