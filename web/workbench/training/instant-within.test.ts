import { expect, it } from 'vitest'
import { instantWithin } from './instant-within.ts'

const morning = { starts: '2026-11-29T01:00:00.000Z', ends: '2026-11-29T03:30:00.000Z' }
const night = { starts: '2026-11-29T15:00:00.000Z', ends: '2026-11-29T17:30:00.000Z' }

it.each([
  ['on time', morning, '09:00', '2026-11-29T01:00:00.000Z'],
  ['early', morning, '08:50', '2026-11-29T00:50:00.000Z'],
  ['before midnight', night, '23:10', '2026-11-29T15:10:00.000Z'],
  ['after midnight', night, '01:30', '2026-11-29T17:30:00.000Z'],
] as const)('%s', (_, session, time, instant) => expect(instantWithin(session, time)).toBe(instant))
