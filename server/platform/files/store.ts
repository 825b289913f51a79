import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** Files by their SHA-256 (hex), behind the few verbs an S3 bucket has too. */
export interface FileStore {
  /** Kept when this returns, power failure or not; the same content twice is one file. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ readonly hash: string; readonly bytes: number }>
  /** @throws ENOENT for a hash that is not kept */
  get(hash: string): Promise<Readable>
  has(hash: string): Promise<boolean>
}

/** On disk: `ab/cd/<hash>`, written beside its place, synced, then renamed, so that a name always has its whole content. */
export function diskStore(folder: string): FileStore {
  const placeOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError(`not a content hash: ${hash}`)
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }
  return {
    async put(content) {
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `.${randomUUID()}`)
      try {
        const { hash, bytes } = await write(draft, content)
        const place = placeOf(hash)
        await mkdir(dirname(place), { recursive: true })
        await rename(draft, place)
        await syncFolder(dirname(place))
        return { hash, bytes }
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async get(hash) {
      const place = placeOf(hash)
      await access(place)
      return createReadStream(place)
    },
    has: (hash) => access(placeOf(hash)).then(() => true, () => false),
  }
}

async function write(file: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ hash: string; bytes: number }> {
  const sha = createHash('sha256')
  const handle = await open(file, 'wx', 0o640)
  let bytes = 0
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      sha.update(chunk)
      bytes += chunk.length
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: sha.digest('hex'), bytes }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
