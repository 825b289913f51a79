import { choice } from '../../payload.ts'
import { words } from '../../words.ts'

export const volumeNames = { main: words('正卷', 'Main volume'), inner: words('副卷', 'Inner volume') } as const

export const volumeField = choice(words('卷别', 'Volume'), volumeNames)
