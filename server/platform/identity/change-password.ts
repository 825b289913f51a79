import { isAPIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { words } from '@faheng/law/words.ts'
import { run, statement } from '../database/run.ts'
import { Malformed } from '../errors.ts'
import { countAttempt, succeeded } from './attempts.ts'
import type { Identity } from './identity.ts'
import { passwordFault } from './password-rules.ts'
import type { Session } from './session.ts'
import { headersOf, passCookies } from './sign-in.ts'

/** Other sessions of the person end; this one goes on under a new token. @throws Malformed naming `/current` or `/next`. */
export async function changePassword(identity: Identity, session: Session, request: FastifyRequest, reply: FastifyReply, sent: { current: string; next: string }): Promise<void> {
  const fault = passwordFault(sent.next, session.username, identity.production)
  if (fault) throw new Malformed('/next', fault)
  if (sent.next === sent.current) throw new Malformed('/next', words('新密码不得与原密码相同。', 'The new password is the old one.'))
  const { headers } = await knowing(identity, session, '/current', () => identity.auth.api.changePassword({
    body: { currentPassword: sent.current, newPassword: sent.next, revokeOtherSessions: true },
    headers: headersOf(request),
    returnHeaders: true,
  }))
  await run(identity.pool, statement('update auth."user" set "passwordDue" = false where region = $1 and person = $2'), [session.region, session.person])
  passCookies(reply, headers)
}

/** A second factor to be confirmed by a first code: its otpauth address for the QR code, and recovery codes shown once. */
export async function enableSecondFactor(identity: Identity, session: Session, request: FastifyRequest, password: string): Promise<{ uri: string; recoveryCodes: string[] }> {
  const answer = await knowing(identity, session, '/password', () =>
    identity.auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(request) }))
  if (!('totpURI' in answer)) throw new Error('the second factor was set up without a secret')
  return { uri: answer.totpURI.replace(encodeURIComponent(`@${session.region}.invalid`), ''), recoveryCodes: answer.backupCodes }
}

export async function disableSecondFactor(identity: Identity, session: Session, request: FastifyRequest, reply: FastifyReply, password: string): Promise<void> {
  const { headers } = await knowing(identity, session, '/password', () =>
    identity.auth.api.disableTwoFactor({ body: { password }, headers: headersOf(request), returnHeaders: true }))
  passCookies(reply, headers)
}

/** Whoever sits at an open session still has to know the password; guesses count like those of a sign-in. */
async function knowing<T>(identity: Identity, session: Session, field: string, call: () => Promise<T>): Promise<T> {
  await countAttempt(identity, 'account', session.username)
  try {
    const answer = await call()
    await succeeded(identity, session.username)
    return answer
  } catch (error) {
    if (isAPIError(error)) throw new Malformed(field, words('密码不正确。', 'The password is not right.'))
    throw error
  }
}
