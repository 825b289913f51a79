/** A note, key, checkpoint or proof that is malformed or not to be believed; the message says why. */
export class NoteError extends Error {
  override readonly name = 'NoteError'
}
