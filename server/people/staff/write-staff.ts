import { createHmac } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { type Day, dayOf, endOfDay, type Instant, startOfDay } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { inTransaction, run, statement } from '../../platform/database/run.ts'
import { Malformed } from '../../platform/errors.ts'
import type { Key } from '../../platform/secrets/seal.ts'
import { markOf, sealedId } from './id-number.ts'
import type { Refused, StaffRow } from './read-table.ts'

export interface StaffWritten {
  readonly counts: { readonly rows: number; readonly accepted: number; readonly refused: number; readonly added: number; readonly superseded: number; readonly unchanged: number }
  readonly refused: readonly Refused[]
}

interface Told {
  readonly region: string
  readonly key: Key
  readonly by: string
  readonly at: Instant
  readonly from?: Day | undefined
}

/** What a profile holds beside the ID number. */
export interface Profile {
  readonly category: NonNullable<StaffRow['category']>
  readonly education: string | null
  readonly legalQualification: boolean
  readonly reviewingSince: string | null
  readonly reviewerKind?: string | null
  readonly fields: readonly string[]
  readonly idNumber: string | null
}

/**
 * The rows of a table into the register, each on its own: person, profile, an officer's post where he has none in the body, his
 * certificate as the card states it. The same file again changes nothing. The caller has authorised it.
 */
export async function writeStaff(pool: Pool, told: Told, rows: readonly { readonly row: number; readonly staff: StaffRow }[], before: readonly Refused[]): Promise<StaffWritten> {
  const counts = { added: 0, superseded: 0, unchanged: 0 }
  const refused = [...before]
  await inTransaction(pool, async (client) => {
    await run(client, statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'), [`staff ${told.region}`])
    for (const { row, staff } of rows) {
      await client.query('savepoint entry')
      try {
        counts[await writeOne(client, told, staff)]++
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
        await client.query('rollback to savepoint entry')
        refused.push({ row, field: error.field, reason: error.words })
      }
    }
  })
  refused.sort((a, b) => a.row - b.row)
  return { counts: { rows: rows.length + before.length, accepted: rows.length + before.length - refused.length, refused: refused.length, ...counts }, refused }
}

async function writeOne(client: PoolClient, told: Told, staff: StaffRow): Promise<'added' | 'superseded' | 'unchanged'> {
  const { region, key, at } = told
  const on = told.from ?? dayOf(at)
  const [body] = await run<{ id: string; unit: string | null }>(client, statement(`
    select b.id, (select u.id from faheng.unit u where u.region = b.region and u.body = b.id and (u.id = $3 or u.name = $3)) as unit from faheng.body b
    where b.region = $1 and $2 in (b.id, b.name, b.short_name) and b.valid_from <= $4 and (b.valid_until is null or $4 < b.valid_until) order by b.id limit 1`), [region, staff.body, staff.unit, on])
  if (!body) throw new Malformed('单位', words('没有登记的执法主体', 'no such body in the register'))
  if (staff.unit !== '' && body.unit === null) throw new Malformed('办案机构', words('该单位没有登记这一机构', 'the body has no such unit'))

  const { person, known } = staff.idNumber === null
    ? { person: await knownPerson(client, told, staff, body.id), known: true }
    : await personOf(client, told, staff, body.id, markOf(key, region, staff.idNumber))
  if (!known) await run(client, statement('insert into faheng.person (region, id, name, phone) values ($1, $2, $3, $4)'), [region, person, staff.name, staff.phone])
  else if (staff.phone !== null) await run(client, statement('update faheng.person set phone = $3 where region = $1 and id = $2'), [region, person, staff.phone])

  const { category } = staff
  const profile = category === null ? 'unchanged' : await putProfile(client, told, person, { ...staff, category }, on)
  const [post] = await run(client, statement(`
    select 1 from faheng.post where region = $1 and person = $2 and body = $3 and (until_at is null or $4 < until_at) and not faheng.has_left(region, person, body, from_at, $4)`), [region, person, body.id, at])
  if (!post && body.unit === null) throw new Malformed('办案机构', words('在该单位尚无职务的，应当填写办案机构', 'needed for who holds no post in the body yet'))
  if (!post)
    await run(client, statement(`insert into faheng.post (region, id, person, kind, body, unit, from_at, recorded) values ($1, $2, $3, 'officer', $4, $5, $6, $7)`),
      [region, `post-${person}-${body.id}-${on}`.slice(0, 80), person, body.id, body.unit, startOfDay(on), at])
  const certificate = staff.certificate ? await putCertificate(client, told, person, staff.certificate, staff.fields) : 'unchanged'
  return !known ? 'added' : profile === 'unchanged' && certificate === 'unchanged' && post ? 'unchanged' : 'superseded'
}

/** By his number; else by name in that body, if nobody else there bears it and no other number is known of him. */
async function personOf(client: PoolClient, { region, key, at }: Told, staff: StaffRow, body: string, mark: string): Promise<{ person: string; known: boolean }> {
  const [same] = await run<{ person: string; name: string }>(client, statement(`
    select f.person, p.name from faheng.officer_profile f join faheng.person p on p.region = f.region and p.id = f.person where f.region = $1 and f.id_mark = $2 limit 1`), [region, mark])
  if (same && same.name !== staff.name) throw new Malformed('姓名', words('该身份证号登记在他人名下', 'the ID number is another person’s'))
  if (same) return { person: same.person, known: true }
  const named = await run<{ id: string; marked: boolean }>(client, statement(`
    select p.id, exists (select from faheng.officer_profile f where f.region = p.region and f.person = p.id and f.id_mark is not null) as marked
    from faheng.person p where p.region = $1 and p.name = $2 and exists (select from faheng.post o where o.region = p.region and o.person = p.id and o.body = $3
      and o.from_at <= $4 and (o.until_at is null or $4 < o.until_at))`), [region, staff.name, body, at])
  const unmarked = named.filter((each) => !each.marked)
  if (unmarked.length > 1) throw new Malformed('姓名', words('该单位有同名人员，请先在人员页面补录身份证号', 'several of that name in the body: enter their ID numbers on their pages first'))
  if (unmarked[0]) return { person: unmarked[0].id, known: true }
  return { person: `p-${createHmac('sha256', key).update(`${region}/person/${mark}`).digest('hex').slice(0, 20)}`, known: false }
}

/** Without the whole number nobody is entered: he is known by his name in the body and, where the row has them, the last four of his number. */
async function knownPerson(client: PoolClient, { region, at }: Told, { name, idTail }: StaffRow, body: string): Promise<string> {
  const found = await run<{ id: string }>(client, statement(`
    select p.id from faheng.person p where p.region = $1 and p.name = $2
      and exists (select from faheng.post o where o.region = p.region and o.person = p.id and o.body = $3 and o.from_at <= $4 and (o.until_at is null or $4 < o.until_at))
      and (select f.id_tail from faheng.officer_profile f where f.region = p.region and f.person = p.id and f.id_tail is not null order by f.valid_from desc limit 1) is not distinct from $5`), [region, name, body, at, idTail])
  if (found[1]) throw new Malformed('身份证号', words('该单位有同名人员，请填写完整身份证号', 'several of that name in the body: give the whole ID number'))
  if (!found[0]) throw new Malformed('身份证号', words('没有对应的人员；新录入人员应当填写完整身份证号', 'nobody known fits: a new person needs the whole ID number'))
  return found[0].id
}

/** A new version from that day if anything changed; an ID number once known stays. */
export async function putProfile(client: PoolClient, { region, key, by, at }: Told, person: string, told: Profile, on: Day): Promise<'added' | 'superseded' | 'unchanged'> {
  const [now] = await run<{ valid_from: string; id_sealed: Buffer | null; id_tail: string | null; id_mark: string | null; reviewer_kind: string | null; same: boolean }>(client, statement(`
    select valid_from, id_sealed, id_tail, id_mark, reviewer_kind,
      category = $3 and education is not distinct from $4 and legal_qualification = $5 and reviewing_since is not distinct from $6::date and fields = $7::text[] as same
    from faheng.officer_profile where region = $1 and person = $2 order by valid_from desc limit 1`),
    [region, person, told.category, told.education, told.legalQualification, told.reviewingSince, told.fields])
  const id = told.idNumber === null ? null : sealedId(key, region, person, told.idNumber)
  const kind = told.reviewerKind === undefined ? (now?.reviewer_kind ?? null) : told.reviewerKind
  if (now?.same && kind === now.reviewer_kind && (id === null || id.mark === now.id_mark)) return 'unchanged'
  if (now && now.valid_from > on) throw new Malformed('', words('已有更晚的登记', 'there is a later entry already'))
  await run(client, statement(`
    insert into faheng.officer_profile (region, person, valid_from, category, education, legal_qualification, reviewing_since, reviewer_kind, fields, id_sealed, id_tail, id_mark, recorded, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (region, person, valid_from) do update set category = excluded.category, education = excluded.education, legal_qualification = excluded.legal_qualification,
      reviewing_since = excluded.reviewing_since, reviewer_kind = excluded.reviewer_kind, fields = excluded.fields, id_sealed = excluded.id_sealed, id_tail = excluded.id_tail,
      id_mark = excluded.id_mark, recorded = excluded.recorded, recorded_by = excluded.recorded_by`),
    [region, person, on, told.category, told.education, told.legalQualification, told.reviewingSince, kind, told.fields,
      id?.sealed ?? now?.id_sealed ?? null, id?.tail ?? now?.id_tail ?? null, id?.mark ?? now?.id_mark ?? null, at, by])
  return now ? 'superseded' : 'added'
}

/** As the card states it; a number that is in the register already has to be his, with the same days. */
async function putCertificate(client: PoolClient, { region, at }: Told, person: string, card: NonNullable<StaffRow['certificate']>, fields: readonly string[]): Promise<'added' | 'unchanged'> {
  const [there] = await run<{ person: string; same: boolean }>(client, statement(`
    select person, (from_at at time zone 'Asia/Shanghai')::date = $4 and ((until_at - interval '1 millisecond') at time zone 'Asia/Shanghai')::date = $5 as same
    from faheng.certificate where region = $1 and issuer = $2 and number = $3`), [region, card.issuer, card.number, card.from, card.until])
  if (there && there.person !== person) throw new Malformed('证件编号', words('已登记在他人名下', 'it is another person’s in the register'))
  if (there && !there.same) throw new Malformed('有效期至', words('与已登记的该证件有效期不同，请通过证件程序办理', 'the register has other days for this number: use the certificate’s own procedure'))
  if (there) return 'unchanged'
  await run(client, statement(`
    insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`),
    [region, card.number, person, card.issuer, fields, card.validRegion ?? region, startOfDay(card.from), endOfDay(card.until), at])
  return 'added'
}
