import { type CustomTypesConfig, types } from 'pg'

/**
 * How values come out of the database, beside pg's own: int8 as number (refused beyond 2^53), timestamptz as ISO 8601
 * with milliseconds in UTC, date and numeric as they are written; arrays of these alike. No JavaScript Date (D16).
 */
const text: Readonly<Record<number, (value: string) => unknown>> = {
  [types.builtins.INT8]: safeInteger,
  [types.builtins.NUMERIC]: asWritten,
  [types.builtins.DATE]: asWritten,
  [types.builtins.TIMESTAMP]: asWritten,
  [types.builtins.TIMESTAMPTZ]: instant,
  1016: arrayOf(safeInteger),
  1231: arrayOf(asWritten),
  1182: arrayOf(asWritten),
  1115: arrayOf(asWritten),
  1185: arrayOf(instant),
}

export const ourTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && text[oid]) || types.getTypeParser(oid, format)) as typeof types.getTypeParser,
}

function safeInteger(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond the integers a number holds exactly`)
  return number
}

function asWritten(value: string): string {
  return value
}

/** `2026-11-23 13:36:20.1+00` becomes `2026-11-23T13:36:20.100Z`; every connection is UTC. */
function instant(value: string): string {
  const [, date, time, fraction] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(value) ?? []
  if (date === undefined) throw new RangeError(`${value} is not an instant of a UTC connection in the years 1 to 9999`)
  return `${date}T${time}.${(fraction ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

/** pg's parser of text[] splits any array. */
function arrayOf<T>(element: (value: string) => T): (value: string) => (T | null)[] {
  const textArray: number = 1009
  const split = types.getTypeParser(textArray) as (value: string) => (string | null)[]
  return (value) => split(value).map((item) => (item === null ? null : element(item)))
}
