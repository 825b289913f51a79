import type { PostKind } from '@faheng/law/procedure.ts'
import { NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'

/** A plain verb that is not his does not exist for him. @throws NotFound */
export function requirePost({ posts }: Session, ...kinds: readonly PostKind[]): void {
  if (!posts.some((post) => kinds.includes(post.kind))) throw new NotFound()
}
