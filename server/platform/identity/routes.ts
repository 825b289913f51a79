import { ChangePasswordRequest, CodeRequest, DoneAnswer, PasswordRequest, SecondFactorAnswer, SignInAnswer, SignInRequest } from '@faheng/api/identity.ts'
import type { Context } from '../context.ts'
import type { App } from '../http/schemas.ts'
import { changePassword, disableSecondFactor, enableSecondFactor } from './change-password.ts'
import { sessionOf } from './session.ts'
import { logSignIn } from './sign-in-log.ts'
import { signIn, signOut, verifyCode } from './sign-in.ts'

const done = { done: true } as const
const tags = ['identity']

export function routes(app: App, context: Context): void {
  const { identity } = context

  app.post('/api/auth/sign-in/username', { schema: { tags, body: SignInRequest, response: { 200: SignInAnswer } } },
    (request, reply) => signIn(identity, request, reply, request.body))

  app.post('/api/auth/second-factor/verify', { schema: { tags, body: CodeRequest, response: { 200: DoneAnswer } } }, async (request, reply) => {
    await verifyCode(identity, request, reply, request.body.code)
    return done
  })

  app.post('/api/auth/sign-out', { schema: { tags, response: { 200: DoneAnswer } } }, async (request, reply) => {
    const session = await sessionOf(context, request, 'password-due').catch(() => undefined)
    await signOut(identity, request, reply)
    if (session) await logSignIn(identity, { username: session.username, address: request.ip, outcome: 'signed-out' })
    return done
  })

  app.post('/api/auth/password', { schema: { tags, body: ChangePasswordRequest, response: { 200: DoneAnswer } } }, async (request, reply) => {
    const session = await sessionOf(context, request, 'password-due')
    await changePassword(identity, session, request, reply, request.body)
    return done
  })

  app.post('/api/auth/second-factor/enable', { schema: { tags, body: PasswordRequest, response: { 200: SecondFactorAnswer } } }, async (request) => {
    const session = await sessionOf(context, request)
    return enableSecondFactor(identity, session, request, request.body.password)
  })

  app.post('/api/auth/second-factor/disable', { schema: { tags, body: PasswordRequest, response: { 200: DoneAnswer } } }, async (request, reply) => {
    const session = await sessionOf(context, request)
    await disableSecondFactor(identity, session, request, reply, request.body.password)
    return done
  })
}
