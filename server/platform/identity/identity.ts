import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import { PostgresDialect, type PostgresPoolClient } from 'kysely'
import { type Pool, types } from 'pg'
import type { Instant } from '@faheng/law/time/day.ts'
import { run, statement } from '../database/run.ts'

export interface IdentityOptions {
  /** The pool of faheng_auth, who alone reads the schema `auth` (D15). */
  readonly pool: Pool
  /** Signs session cookies and encrypts second-factor secrets; 32 characters or more. */
  readonly secret: string
  readonly publicUrl: string
  readonly production: boolean
  readonly clock: () => Instant
  /** A session unused for so long is over. Default 30. */
  readonly idleMinutes?: number
  /** A session is over after so long, used or not. Default 12. */
  readonly lifetimeHours?: number
}

export interface Identity {
  readonly auth: ReturnType<typeof openAuth>
  readonly pool: Pool
  readonly secret: string
  readonly sessionCookie: string
  readonly production: boolean
  readonly clock: () => Instant
  readonly idleMs: number
  readonly lifetimeMs: number
}

/** better-auth behind our own routes: passwords, sessions and second factors are its; lockout, idle timeout and rules ours. */
export function openIdentity(options: IdentityOptions): Identity {
  const { pool, secret, production, clock, publicUrl } = options
  return {
    auth: openAuth(options),
    pool,
    secret,
    sessionCookie: `${publicUrl.startsWith('https:') ? '__Secure-' : ''}faheng.session_token`,
    production,
    clock,
    idleMs: (options.idleMinutes ?? 30) * 60_000,
    lifetimeMs: (options.lifetimeHours ?? 12) * 3_600_000,
  }
}

const openAuth = ({ pool, secret, publicUrl, clock }: IdentityOptions) =>
  betterAuth({
    appName: 'Faheng 法衡',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { dialect: new PostgresDialect({ pool: withDates(pool) }), type: 'postgres', schemaName: 'auth' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: isUsername }), twoFactor({ issuer: '法衡 Faheng' })],
    user: {
      additionalFields: {
        region: { type: 'string', required: true, input: false },
        person: { type: 'string', required: true, input: false },
        passwordDue: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    session: { cookieCache: { enabled: false }, disableSessionRefresh: true, expiresIn: 7 * 86_400 },
    advanced: { cookiePrefix: 'faheng', useSecureCookies: publicUrl.startsWith('https:'), defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/' } },
    databaseHooks: {
      session: {
        create: {
          after: async ({ token }) =>
            void (await run(pool, statement('insert into auth.session_use (token, opened, seen) values ($1, $2, $2)'), [token, clock()])),
        },
      },
    },
  })

/** Letters and digits of any script (people sign in by name or by certificate number), dot, dash, underscore. */
export const isUsername = (text: string): boolean => /^[\p{L}\p{N}._-]{2,40}$/u.test(text)

/** better-auth compares JavaScript Dates, which our pools never make (D16): its statements are read with pg's own types. */
const withDates = (pool: Pool) => ({
  options: pool.options,
  async connect(): Promise<PostgresPoolClient> {
    const client = await pool.connect()
    const query = (text: unknown, values?: readonly unknown[]) => client.query({ text: String(text), values: [...(values ?? [])], types })
    return { query, release: () => client.release() } as unknown as PostgresPoolClient
  },
  end: async () => undefined,
})
