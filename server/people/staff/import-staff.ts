import { createHash } from 'node:crypto'
import type { Static } from 'typebox'
import type { ImportPeopleQuery, ProfileRequest } from '@faheng/api/staff.ts'
import { checkResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { UnreadableTable } from '../../platform/tables/read-table.ts'
import { once } from '../../platform/verbs.ts'
import type { PeopleContext } from '../context.ts'
import { requirePost } from '../require-post.ts'
import { markOf } from './id-number.ts'
import { readStaffTable } from './read-table.ts'
import { putProfile, writeStaff } from './write-staff.ts'

/** A table of officers by a supervisor or the system administrator; what was refused is read like that of any import. @throws Malformed naming `/file` */
export async function importStaff(context: PeopleContext, session: Session, query: Static<typeof ImportPeopleQuery>, file: Buffer) {
  requirePost(session, 'supervisor', 'system-administrator')
  const { id, name, from } = query
  const { region, person } = session
  const table = readable(file)
  const verb = { id, name: 'import-people', region, person, content: { name, from: from ?? null, sha256: createHash('sha256').update(file).digest('hex') } }
  const { result, again } = await once(context, verb, async (client, at) => {
    const total = table.rows.length + table.refused.length
    await run(client, statement(`insert into faheng.import_run (region, id, kind, person, file_name, started, total) values ($1, $2, 'people', $3, $4, $5, $6)`), [region, id, person, name, at, total])
    return { id, total }
  })
  if (!again) {
    const at = context.clock()
    const written = await writeStaff(context.pools.worker, { region, key: context.masterKey, by: person, at, from }, table.rows, table.refused)
    await run(context.pools.worker, statement('update faheng.import_run set finished = $3, done = total, result = $4 where region = $1 and id = $2'), [region, id, context.clock(), JSON.stringify(written)])
  }
  return { result, again }
}

/** What the register says of one person, from today. The verb log keeps no ID number. @throws NotFound; Malformed naming the field */
export async function setProfile(context: PeopleContext, session: Session, person: string, request: Static<typeof ProfileRequest>) {
  requirePost(session, 'supervisor', 'system-administrator')
  const { id, ...content } = request
  const { region } = session
  const checked = content.idNumber === undefined ? undefined : checkResidentId(content.idNumber)
  if (checked?.ok === false) throw new Malformed('/idNumber', checked.reason)
  // Not even as a hash without a key: numbers can be tried out.
  const verb = { id, name: 'set-profile', region, person: session.person, content: { person, ...content, ...(checked?.ok ? { idNumber: markOf(context.masterKey, region, checked.id) } : {}) }, logged: { person, category: content.category } }
  const { result } = await once(context, verb, async (client, at) => {
    const [known] = await run(client, statement('select 1 from faheng.person where region = $1 and id = $2'), [region, person])
    if (!known) throw new NotFound()
    const [other] = checked?.ok ? await run(client, statement('select 1 from faheng.officer_profile where region = $1 and id_mark = $2 and person <> $3 limit 1'), [region, markOf(context.masterKey, region, checked.id), person]) : []
    if (other) throw new Malformed('/idNumber', words('该身份证号登记在他人名下', 'the ID number is another person’s'))
    await putProfile(client, { region, key: context.masterKey, by: session.person, at }, person, {
      category: content.category, education: content.education ?? null, legalQualification: content.legalQualification, reviewingSince: content.reviewingSince ?? null,
      reviewerKind: content.reviewerKind ?? null, fields: content.fields, idNumber: checked?.ok ? checked.id : null,
    }, dayOf(at))
    return { done: true } as const
  })
  return result
}

/** A JPEG or PNG of at most 512 KB; the last one stands. */
export async function setPhoto(context: PeopleContext, session: Session, person: string, photo: Buffer) {
  requirePost(session, 'supervisor', 'system-administrator')
  const type = photo.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'image/jpeg' : photo.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) ? 'image/png' : undefined
  if (type === undefined || photo.length > 524_288) throw new Malformed('/photo', words('请上传512KB以内的JPG或者PNG照片', 'Send a JPEG or PNG of at most 512 KB'))
  const stored = await run(context.pools.worker, statement(`
    insert into faheng.person_photo (region, person, photo, type, recorded) select region, id, $3, $4, $5 from faheng.person where region = $1 and id = $2
    on conflict (region, person) do update set photo = excluded.photo, type = excluded.type, recorded = excluded.recorded returning person`), [session.region, person, photo, type, context.clock()])
  if (stored.length === 0) throw new NotFound()
  return { done: true } as const
}

export async function photoOf(context: PeopleContext, region: string, person: string): Promise<{ readonly type: string; readonly photo: Buffer }> {
  const [found] = await run<{ type: string; photo: Buffer }>(context.pools.worker, statement('select type, photo from faheng.person_photo where region = $1 and person = $2'), [region, person])
  if (!found) throw new NotFound()
  return found
}

function readable(file: Buffer) {
  try {
    return readStaffTable(file)
  } catch (error) {
    if (error instanceof UnreadableTable) throw new Malformed('/file', error.words)
    throw error
  }
}
