import type { Static } from 'typebox'
import type { AddPartyRequest, PartyFilter } from '@faheng/api/people.ts'
import { checkCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import { checkResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { isDay } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'
import { requirePost } from './require-post.ts'

/** Parties by the beginning of their name or by their whole code. Administrators see none. */
export async function findParties(context: Context, session: Session, { q, limit = 20 }: Static<typeof PartyFilter>) {
  requirePost(session, 'officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk')
  const code = q.replace(/\s/g, '').toUpperCase()
  return reading(() => context.pools.app.connect(), session, async (client) => ({
    rows: await run(client, statement(`
      select id, kind, name, code, code_note as "codeNote", representative, address, phone from (
        (select * from faheng.party where region = $1 and code = $3 limit $5)
        union
        (select * from faheng.party where region = $1 and name collate "C" >= $2 and name collate "C" < $4 order by name collate "C", id limit $5)) as found
      order by name collate "C", id limit $5`), [session.region, q, code, `${q}\u{10FFFF}`, limit]),
  }))
}

/** A party before or beside a case. Advice on its code never blocks: what fails the check is taken with the reason it is right. */
export async function addParty(context: Context, session: Session, request: Static<typeof AddPartyRequest>) {
  requirePost(session, 'officer', 'unit-head', 'receiving-clerk')
  const { id, ...content } = request
  const { kind, name, codeNote, representative, address, phone } = content
  const { region, person } = session
  const checked = checkCode(kind, content.code)
  if (checked.doubt && codeNote === undefined)
    throw new Malformed('/codeNote', words(`${checked.doubt.zh}；仍要录入的，请说明理由`, `${checked.doubt.en}; to enter it nonetheless, say why`))
  const birth = content.birth ?? checked.birth
  if (birth !== undefined && !isDay(birth)) throw new Malformed('/birth', words('日期不存在', 'There is no such day'))
  return once(context, { id, name: 'add-party', region, person, content, logged: { kind } }, async (client, at) => {
    await run(client, statement(`
      insert into faheng.party (region, id, kind, name, code, code_note, birth, representative, address, phone, recorded, recorded_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`),
      [region, id, kind, name.trim(), checked.code ?? null, checked.doubt ? codeNote : null, birth ?? null, representative ?? null, address ?? null, phone ?? null, at, person])
    return { id, warnings: checked.doubt ? [{ field: '/code', message: checked.doubt }] : [] }
  })
}

/** People have a resident id, everybody else a credit code; individual businesses may have either of the operator. */
export function checkCode(kind: string, text: string | undefined): { code?: string; birth?: string; doubt?: Words } {
  if (text === undefined) return {}
  const code = text.replace(/\s/g, '').toUpperCase()
  if (kind === 'person') {
    const check = checkResidentId(text)
    return check.ok ? { code: check.id, birth: check.birth } : { code, doubt: check.reason }
  }
  const check = checkCreditCode(text)
  return check.ok ? { code: check.code } : { code, doubt: check.reason }
}
