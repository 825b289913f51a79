import { readdirSync, readFileSync } from 'node:fs'

/** Seconds of processor that a process and, if told, all its living and reaped children have used; Linux, ticks of 10 ms. */
export function processorOf(pid: number, children: 'alone' | 'with children' = 'alone'): number {
  const own = fieldsOf(pid)
  if (!own) return Number.NaN
  const [user = 0, system = 0, reapedUser = 0, reapedSystem = 0] = own.ticks
  const living = children === 'alone' ? [] : readdirSync('/proc').filter((each) => /^\d+$/.test(each)).map((each) => fieldsOf(Number(each))).filter((each) => each?.parent === pid)
  const ticks = user + system + (children === 'alone' ? 0 : reapedUser + reapedSystem) + living.reduce((sum, each) => sum + (each?.ticks[0] ?? 0) + (each?.ticks[1] ?? 0), 0)
  return ticks / 100
}

/** Megabytes in memory that are a process's own. */
export function memoryOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
}

function fieldsOf(pid: number): { readonly parent: number; readonly ticks: readonly number[] } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number)
    return { parent: fields[1] ?? 0, ticks: fields.slice(11, 15) }
  } catch {
    return undefined
  }
}
