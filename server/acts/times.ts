import type { ActDefinition, MatterState } from '@faheng/law/procedure.ts'
import { dayOf, instantAt, msOf, type Instant } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { Malformed } from '../platform/errors.ts'
import type { ActRequest } from './content.ts'

/** The two times of an act (R2) and how the first is known. */
export interface Times {
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly source: 'system' | 'stated' | 'device' | 'paper'
}

/**
 * A power happens when it is recorded; a fact when it happened, if that is stated. Records of one matter never go back in time,
 * even when the server's clock was set back.
 * @throws Malformed: a power with a time, a time after now, an earlier day without a reason
 */
export function timesOf({ nature }: ActDefinition<MatterState>, sent: ActRequest, now: Instant, lastRecorded: Instant | undefined): Times {
  const recordedAt = lastRecorded !== undefined && now <= lastRecorded ? instantAt(msOf(lastRecorded) + 1) : now
  if (sent.occurredAt === undefined) return { occurredAt: recordedAt, recordedAt, source: 'system' }
  if (nature === 'power') throw new Malformed('/occurredAt', words('行使职权的时间由系统记录，不得填写。', 'A power happens when it is performed; its time is not entered.'))
  const occurredAt = instantOf(sent.occurredAt)
  if (occurredAt > recordedAt) throw new Malformed('/occurredAt', words('发生时间不得晚于现在。', 'It cannot have happened after now.'))
  if (dayOf(occurredAt) < dayOf(recordedAt) && !sent.lateReason)
    throw new Malformed('/lateReason', words('补录以前日期发生的事项，应当说明理由。', 'An entry on a later day needs a reason.'))
  return { occurredAt, recordedAt, source: sent.source ?? 'stated' }
}

function instantOf(text: string): Instant {
  try {
    if (instantAt(msOf(text)) === text) return text
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Malformed('/occurredAt', words('不是有效的时间。', 'This is no instant.'))
}
