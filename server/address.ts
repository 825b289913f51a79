import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the server of a data folder is found. */
export interface Address {
  /** By commands on this machine. */
  readonly local: string
  /** By everybody: papers bear it. */
  readonly public: string
}

const fileIn = (dataDir: string): string => join(dataDir, 'address')

/** Left by a server when it listens. */
export const writeAddress = (dataDir: string, { local, public: everybody }: Address): void => writeFileSync(fileIn(dataDir), `${local}\n${everybody}\n`)

/** @throws when no server ever ran on the folder */
export function readAddress(dataDir: string): Address {
  const file = fileIn(dataDir)
  if (!existsSync(file)) throw new Error(`no server ran on ${dataDir} yet: start one first`)
  const [local = '', everybody = local] = readFileSync(file, 'utf8').trim().split('\n')
  return { local, public: everybody }
}
