export { archiveKey } from './archive.ts'
export { recordRestore } from './record-restore.ts'
export { restore } from './restore.ts'
export { backup } from './write.ts'
