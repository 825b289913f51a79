import { postTitles } from '@faheng/law/judge.ts'
import type { PostKind } from '@faheng/law/procedure.ts'
import { type Words, words } from '@faheng/law/words.ts'

export const postTitle = (kind: string): Words => (Object.hasOwn(postTitles, kind) ? postTitles[kind as PostKind] : words(kind, kind))
