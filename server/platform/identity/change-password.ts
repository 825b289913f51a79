import { isAPIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { words } from '@faheng/law/words.ts'
import { run, statement } from '../database/run.ts'
import { Malformed } from '../errors.ts'
import type { Identity } from './identity.ts'
import { passwordFault } from './password-rules.ts'
import type { Session } from './session.ts'
import { headersOf, passCookies } from './sign-in.ts'

/** Other sessions of the person end; this one goes on under a new token. @throws Malformed naming `/current` or `/next`. */
export async function changePassword(identity: Identity, session: Session, request: FastifyRequest, reply: FastifyReply, sent: { current: string; next: string }): Promise<void> {
  const fault = passwordFault(sent.next, session.username, identity.production)
  if (fault) throw new Malformed('/next', fault)
  if (sent.next === sent.current) throw new Malformed('/next', words('新密码不得与原密码相同。', 'The new password is the old one.'))
  try {
    const { headers } = await identity.auth.api.changePassword({
      body: { currentPassword: sent.current, newPassword: sent.next, revokeOtherSessions: true },
      headers: headersOf(request),
      returnHeaders: true,
    })
    await run(identity.pool, statement('update auth."user" set "passwordDue" = false where region = $1 and person = $2'), [session.region, session.person])
    passCookies(reply, headers)
  } catch (error) {
    if (isAPIError(error)) throw wrongPassword('/current')
    throw error
  }
}

/** A second factor to be confirmed by a first code: its otpauth address for the QR code, and recovery codes shown once. */
export async function enableSecondFactor({ auth }: Identity, request: FastifyRequest, password: string): Promise<{ uri: string; recoveryCodes: string[] }> {
  try {
    const answer = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(request) })
    return { uri: 'totpURI' in answer ? answer.totpURI : '', recoveryCodes: 'backupCodes' in answer ? answer.backupCodes : [] }
  } catch (error) {
    if (isAPIError(error)) throw wrongPassword('/password')
    throw error
  }
}

export async function disableSecondFactor({ auth }: Identity, request: FastifyRequest, reply: FastifyReply, password: string): Promise<void> {
  try {
    const { headers } = await auth.api.disableTwoFactor({ body: { password }, headers: headersOf(request), returnHeaders: true })
    passCookies(reply, headers)
  } catch (error) {
    if (isAPIError(error)) throw wrongPassword('/password')
    throw error
  }
}

const wrongPassword = (field: string) => new Malformed(field, words('密码不正确。', 'The password is not right.'))
