import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from '../../server/platform/database/binaries.ts'

/**
 * A PostgreSQL whose every flush takes so many milliseconds, as on a disk that has to be waited for: its programs started with a
 * library before the system's. @returns the environment that names it, or why there is none
 */
export async function slowFlush(folder: string, ms: number): Promise<NodeJS.ProcessEnv | string> {
  if (process.platform !== 'linux') return 'LD_PRELOAD is of Linux'
  const library = join(folder, 'slow-flush.so')
  writeFileSync(join(folder, 'slow-flush.c'), source(ms))
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(folder, 'slow-flush.c')], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no C compiler' : `cc: ${String(error)}`
  }
  const binaries = await findBinaries(process.env)
  for (const [program, preload] of [['postgres', `LD_PRELOAD='${library}' `], ['initdb', '']] as const) {
    const file = join(folder, program)
    writeFileSync(file, `#!/bin/sh\n${preload}exec '${join(binaries.folder, program)}' "$@"\n`)
    chmodSync(file, 0o755)
  }
  // Where the bench runs as root the database does not.
  chmodSync(folder, 0o755)
  return { FAHENG_POSTGRES: folder }
}

/** Both calls that PostgreSQL flushes its log with. */
const source = (ms: number): string => `
#include <time.h>
#include <unistd.h>
#include <sys/syscall.h>
static void wait_for_disk(void) { struct timespec t = { 0, ${ms * 1_000_000} }; nanosleep(&t, 0); }
int fdatasync(int fd) { wait_for_disk(); return syscall(SYS_fdatasync, fd); }
int fsync(int fd) { wait_for_disk(); return syscall(SYS_fsync, fd); }
`
