import { createReadStream } from 'node:fs'
import { mkdir, open, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { Static } from 'typebox'
import type { UploadAnswer, UploadRequest } from '@faheng/api/documents.ts'
import { words } from '@faheng/law/words.ts'
import { enter } from '../platform/access/scope.ts'
import { inTransaction, run, statement } from '../platform/database/run.ts'
import { IdReused, Malformed, NotFound } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { requirePost } from '../people/index.ts'
import type { CasesContext } from './context.ts'
import { typeOf } from './file-type.ts'

type Upload = Static<typeof UploadAnswer>

/** Bytes accepted for one file, by kind: recordings are large, papers are not (R28). */
const limits: Readonly<Record<string, number>> = { image: 40e6, application: 300e6, audio: 2e9, video: 8e9, text: 5e6 }

/** Begins an upload, or says how far one with this id has come. */
export async function beginUpload(context: CasesContext, session: Session, { id, name, type, bytes }: Static<typeof UploadRequest>): Promise<Upload> {
  requirePost(session, 'officer', 'unit-head', 'receiving-clerk', 'legal-reviewer', 'head', 'supervisor')
  const limit = limits[type.split('/')[0] ?? '']
  if (limit === undefined) throw new Malformed('/type', words('不接受这种文件', 'Files of this type are not taken'))
  if (bytes > limit) throw new Malformed('/bytes', words(`文件超过${limit / 1e6}兆字节`, `The file is larger than ${limit / 1e6} MB`))
  return scoped(context, session, async (client) => {
    await run(client, statement(`
      insert into faheng.upload (region, id, person, name, type, bytes, started) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`),
      [session.region, id, session.person, name, type, bytes, context.clock()])
    const row = await uploadRow(client, session.region, id)
    if (!row || row.name !== name || row.bytes !== bytes || row.type !== type) throw new IdReused()
    return answer(row)
  })
}

/** Takes the bytes from `from` on. A piece that begins elsewhere than the last one ended changes nothing; the answer says where to go on. */
export async function continueUpload(context: CasesContext, session: Session, id: string, from: number, content: AsyncIterable<Uint8Array>): Promise<Upload> {
  const row = await scoped(context, session, (client) => uploadRow(client, session.region, id))
  if (!row) throw new NotFound()
  if (row.hash !== null || from !== row.received) return answer(row)
  const place = await partOf(context, session, id)
  const received = await writeFrom(place, from, row.bytes, content)
  if (received < row.bytes) return scoped(context, session, (client) => advance(client, session.region, id, received, null))
  const sniffed = await typeOf(place)
  if (!sniffed.matches(row.type)) {
    await truncate(place, 0)
    await scoped(context, session, (client) => advance(client, session.region, id, 0, null))
    throw new Malformed('/type', words('文件内容与其类型不符', 'The file is not of the type it claims'))
  }
  const { hash, bytes } = await context.files.put(createReadStream(place))
  const done = await scoped(context, session, async (client) => {
    await run(client, statement(`
      insert into faheng.file (region, hash, bytes, type, name, stored, stored_by) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`),
      [session.region, hash, bytes, row.type, row.name, context.clock(), session.person])
    return advance(client, session.region, id, received, hash)
  })
  await rm(place, { force: true })
  return done
}

interface UploadRow extends Upload {
  readonly name: string
  readonly type: string
}

const answer = ({ id, received, bytes, hash }: UploadRow): Upload => ({ id, received, bytes, hash })

type Client = Parameters<Parameters<typeof inTransaction>[1]>[0]

const scoped = <T>(context: CasesContext, session: Session, work: (client: Client) => Promise<T>): Promise<T> =>
  inTransaction(context.pools.app, async (client) => {
    await enter(client, session)
    return work(client)
  })

const uploadRow = async (client: Client, region: string, id: string): Promise<UploadRow | undefined> =>
  (await run<UploadRow & object>(client, statement('select id, name, type, bytes, received, hash from faheng.upload where region = $1 and id = $2'), [region, id]))[0]

async function advance(client: Client, region: string, id: string, received: number, hash: string | null): Promise<Upload> {
  const [row] = await run<Upload & object>(client, statement(`
    update faheng.upload set received = $3, hash = $4 where region = $1 and id = $2 returning id, received, bytes, hash`), [region, id, received, hash])
  if (!row) throw new NotFound()
  return row
}

async function partOf(context: CasesContext, { region, person }: Session, id: string): Promise<string> {
  const folder = join(context.dataDir, 'uploads')
  await mkdir(folder, { recursive: true })
  return join(folder, `${region}-${person}-${id}`)
}

/** What arrived before a line broke is kept: the next piece goes on behind it. Never more than was announced. */
async function writeFrom(place: string, from: number, limit: number, content: AsyncIterable<Uint8Array>): Promise<number> {
  const handle = await open(place, from === 0 ? 'w' : 'r+')
  let at = from
  try {
    for await (const chunk of content) {
      if (at + chunk.length > limit) throw new Malformed('/bytes', words('文件比声明的大', 'The file is larger than announced'))
      await handle.write(chunk, 0, chunk.length, at)
      at += chunk.length
    }
  } catch (error) {
    if (error instanceof Malformed) throw error
  } finally {
    await handle.sync()
    await handle.close()
  }
  return at
}
