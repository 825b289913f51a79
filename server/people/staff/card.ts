import { createHmac } from 'node:crypto'
import type { Static } from 'typebox'
import type { CardAnswer, PublicCardAnswer } from '@faheng/api/staff.ts'
import { dayOf, instantAt, msOf } from '@faheng/law/time/day.ts'
import { qrSvg } from '../../platform/documents/qr.ts'
import { run, statement } from '../../platform/database/run.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { certificatesAt } from '../certificates-at.ts'
import type { PeopleContext } from '../context.ts'
import { photoOf } from './import-staff.ts'
import { person } from './person.ts'

/** His valid certificate as a card with its code: for himself, his heads and the bureau. @throws NotFound */
export async function card(context: PeopleContext, session: Session, id: string): Promise<Static<typeof CardAnswer>> {
  const { region } = session
  const at = context.clock()
  const { name, photo, mayShowCard } = await person(context, session, id)
  const held = (await certificatesAt(context.pools.worker, region, [id], at)).find((each) => each.valid)
  if (!mayShowCard || !held) throw new NotFound()
  const code = await codeOf(context, region, held)
  const [shown] = await byCode(context, code)
  const url = `${context.publicUrl}/card/${code}`
  return { name, body: shown?.body ?? null, fields: [...held.fields], number: held.number, issuer: held.issuer, until: held.until, photo, code, url, qr: qrSvg(url) }
}

/** The same card on paper, as every document is made; what the paper says, the code on it says at the minute it is scanned. */
export async function cardPdf(context: PeopleContext, session: Session, id: string): Promise<Buffer> {
  const { name, body, fields, number, issuer, until, photo, code, url } = await card(context, session, id)
  const picture = photo ? await photoOf(context, session.region, id) : undefined
  const lastDay = dayOf(instantAt(msOf(until) - 1))
  const day = dayOf(context.clock())
  const { pdf } = await context.engine.render({
    kind: 'enforcement-card',
    fields: { name, body: body ?? '—', fields, number, issuer, until: lastDay, printed: day, ...(picture ? { photo: `data:${picture.type};base64,${picture.photo.toString('base64')}` } : {}) },
    frame: { body: { name: body ?? issuer, short: body ?? issuer }, code: code.match(/.{1,4}/g)?.join(' ') ?? code, verifyUrl: url, date: day },
  })
  return Buffer.from(pdf)
}

/** Whoever is shown a card: who it is, and whether it is valid at this minute. @throws NotFound for an unknown code */
export async function publicCard(context: PeopleContext, code: string): Promise<Static<typeof PublicCardAnswer> & { readonly holder: string; readonly region: string }> {
  const [found] = await byCode(context, code)
  if (!found) throw new NotFound()
  const { name, body, fields, valid, photo, person: holder, region } = found
  return { name, body, fields, valid, photo, at: context.clock(), holder, region }
}

interface Shown {
  readonly region: string
  readonly person: string
  readonly name: string
  readonly body: string | null
  readonly fields: string[]
  readonly valid: boolean
  readonly photo: boolean
}

const byCode = ({ pools, clock }: PeopleContext, code: string): Promise<Shown[]> =>
  run<Shown & object>(pools.app, statement('select * from faheng.card_by_code($1, $2)'), [code.toUpperCase().replace(/[^0-9A-Z]/g, ''), clock()])

/** Made once from the server's key, so that no code can be guessed from a number, and kept so that it can be looked up. */
async function codeOf({ pools, masterKey, clock }: PeopleContext, region: string, { issuer, number }: { readonly issuer: string; readonly number: string }): Promise<string> {
  const digest = createHmac('sha256', masterKey).update(`${region}/card/${issuer}/${number}`).digest()
  const code = [...digest.subarray(0, 16)].map((byte) => alphabet[byte % 32]).join('')
  await run(pools.worker, statement('insert into faheng.card_code (region, issuer, number, code, recorded) values ($1, $2, $3, $4, $5) on conflict do nothing'), [region, issuer, number, code, clock()])
  return code
}

/** Without letters that are read as digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
