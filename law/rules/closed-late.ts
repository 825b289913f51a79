import type { MatterState } from '../procedure.ts'
import { isOver } from '../time/period.ts'

/** A term that this act closed after it was over: the subjects of a rule that finds it. */
export const closedLate = (clock: string, after: MatterState, at: string, closing: boolean): readonly string[] =>
  closing ? after.clocks.filter((each) => each.clock === clock && each.closed === at && each.due !== undefined && isOver(each.due, at)).map(() => '') : []
