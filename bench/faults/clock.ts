import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Loaded into a server before it starts: its clock goes wrong by the milliseconds in FAHENG_FAULTS_CLOCK's file, read at each SIGUSR2. */
const file = process.env['FAHENG_FAULTS_CLOCK']
if (file !== undefined && isMainThread) {
  const right = Date.now.bind(Date)
  let wrongBy = 0
  Date.now = () => right() + wrongBy
  process.on('SIGUSR2', () => {
    wrongBy = Number(readFileSync(file, 'utf8'))
  })
}
