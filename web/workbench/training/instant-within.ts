import { moment } from '../../shared-ui/format.ts'

/**
 * The instant meant by a time of the clock on a session's paper list. Of a session that goes past midnight, what is earlier than
 * its beginning is of the next day.
 * @param time HH:MM in Asia/Shanghai
 */
export function instantWithin({ starts, ends }: { readonly starts: string; readonly ends: string }, time: string): string {
  const [day, begins] = moment(starts).split(' ')
  return new Date(`${time < (begins ?? '') ? moment(ends).slice(0, 10) : day}T${time}:00+08:00`).toISOString()
}
