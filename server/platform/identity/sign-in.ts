import { isAPIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { words } from '@faheng/law/words.ts'
import { Locked, Malformed, SignedOut } from '../errors.ts'
import { countAttempt, succeeded } from './attempts.ts'
import type { Identity } from './identity.ts'
import { logSignIn } from './sign-in-log.ts'

/**
 * Signs in by name and password, or gets as far as the second factor. One answer for a wrong name and a wrong password.
 * @throws SignedOut wrong; Locked after too many failures of the account or the address.
 */
export async function signIn(identity: Identity, request: FastifyRequest, reply: FastifyReply, sent: { username: string; password: string }) {
  const username = sent.username.trim().toLowerCase()
  const log = (outcome: 'signed-in' | 'second-factor' | 'wrong' | 'locked') => logSignIn(identity, { username, address: request.ip, outcome })
  try {
    await countAttempt(identity, 'address', request.ip)
    await countAttempt(identity, 'account', username)
    const { headers, response } = await identity.auth.api.signInUsername({
      body: { username, password: sent.password, rememberMe: false },
      headers: headersOf(request),
      returnHeaders: true,
    })
    await succeeded(identity, username, request.ip)
    passCookies(reply, headers)
    const secondFactor = response !== null && 'twoFactorRedirect' in response
    await log(secondFactor ? 'second-factor' : 'signed-in')
    return { secondFactor }
  } catch (error) {
    if (error instanceof Locked) await log('locked')
    if (!isAPIError(error)) throw error
    await log('wrong')
    throw new SignedOut(wrong)
  }
}

/** The second factor: six digits of the app, or a recovery code. Ends a sign-in, or confirms an app being set up. */
export async function verifyCode({ auth }: Identity, request: FastifyRequest, reply: FastifyReply, code: string): Promise<void> {
  const call = { body: { code }, headers: headersOf(request), returnHeaders: true } as const
  try {
    const { headers } = /^\d{6}$/.test(code) ? await auth.api.verifyTOTP(call) : await auth.api.verifyBackupCode(call)
    passCookies(reply, headers)
  } catch (error) {
    if (!isAPIError(error)) throw error
    if (error.body?.code === 'INVALID_CODE' || error.body?.code === 'INVALID_BACKUP_CODE') throw new Malformed('/code', words('验证码不正确。', 'The code is not right.'))
    throw new SignedOut(error.statusCode === 429 ? tooMany : again)
  }
}

export async function signOut(identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { headers } = await identity.auth.api.signOut({ headers: headersOf(request), returnHeaders: true })
  passCookies(reply, headers)
}

/** What better-auth needs to see of a request: its cookies, and for the session's record the program. */
export const headersOf = (request: FastifyRequest): Headers =>
  new Headers({ cookie: request.headers.cookie ?? '', 'user-agent': request.headers['user-agent'] ?? '' })

export const passCookies = (reply: FastifyReply, headers: Headers): void => void reply.header('set-cookie', headers.getSetCookie())

const wrong = words('用户名或者密码不正确。', 'The user name or the password is wrong.')
const again = words('请重新输入用户名和密码。', 'Please enter user name and password again.')
const tooMany = words('验证码错误次数过多，请15分钟后重试。', 'Too many wrong codes; try again in 15 minutes.')
