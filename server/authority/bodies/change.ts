import type { Static } from 'typebox'
import type { AddBodyRequest, AddUnitRequest, BodySettingsAnswer, SetBodyRequest } from '@faheng/api/bodies.ts'
import type { EligibilityRequest } from '@faheng/api/staff.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { requirePost } from '../../people/index.ts'
import { reading } from '../../platform/access/scope.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { enter } from './enter.ts'

/** What a body set for its acts, now or from a later day; dated configuration is open to whoever works in the county. */
export async function bodySettings(context: Context, session: Session, body: string): Promise<Static<typeof BodySettingsAnswer>> {
  return reading(() => context.pools.app.connect(), session, async (client) => ({
    rows: await run<Static<typeof BodySettingsAnswer>['rows'][number] & object>(client, statement(`
      select name, value, valid_from as "from", valid_until as until from faheng.body_setting
      where region = $1 and body = $2 and (valid_until is null or $3 < valid_until) order by name, valid_from`), [session.region, body, dayOf(context.clock())]),
  }))
}

/** The review organ, the court and the other terms of a body (R26, R27). What an act was judged by stays: the past is not set. @throws Malformed */
export async function setBody(context: Context, session: Session, { id, body, set, from }: Static<typeof SetBodyRequest>) {
  requirePost(session, 'system-administrator')
  return enter(context, session, { id, name: 'set-body', register: 'body-setting', entry: { body, name: set.name, value: set.value, validFrom: notPast(context, from) } })
}

/** A code that is taken is refused: another body under an old code would take over its cases. @throws Malformed */
export async function addBody(context: Context, session: Session, { id, body, from }: Static<typeof AddBodyRequest>) {
  requirePost(session, 'system-administrator')
  if ((body.kind === 'township') !== (body.township !== undefined)) throw new Malformed('/body/township', words('乡镇（街道）须写明九位代码，其他机关不写。', 'Townships, and only they, have the code of nine digits.'))
  if (body.kind === 'entrusted' && body.principal === undefined) throw new Malformed('/body/principal', words('受委托组织须写明委托机关。', 'Name the body that entrusts it.'))
  return enter(context, session, { id, name: 'add-body', register: 'body', entry: { ...body, validFrom: notPast(context, from) }, unlessThere: 'body' })
}

/** Which staff category may hold a certificate, alone or beside others, or none (R34). @throws Malformed */
export async function setEligibility(context: Context, session: Session, { id, category, rule, basis, from }: Static<typeof EligibilityRequest>) {
  requirePost(session, 'supervisor')
  return enter(context, session, { id, name: 'set-eligibility', register: 'certificate-eligibility', entry: { category, rule, basis, validFrom: notPast(context, from) } })
}

export async function addUnit(context: Context, session: Session, { id, unit }: Static<typeof AddUnitRequest>) {
  requirePost(session, 'system-administrator')
  return enter(context, session, { id, name: 'add-unit', register: 'unit', entry: unit, unlessThere: 'unit' })
}

function notPast(context: Context, from: string | undefined): string {
  const today = dayOf(context.clock())
  if (from !== undefined && from < today) throw new Malformed('/from', words('不得早于今天。', 'It does not begin in the past.'))
  return from ?? today
}
