import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { msOf } from '@faheng/law/time/day.ts'
import type { Post } from '@faheng/law/procedure.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../context.ts'
import { run, statement } from '../database/run.ts'
import { SignedOut } from '../errors.ts'

export interface HeldPost extends Post {
  readonly id: string
}

/** Who asks, as of now: an Actor of the law with his county and name. Posts are those whose [from, until) holds the instant. */
export interface Session {
  readonly region: string
  readonly person: string
  readonly name: string
  readonly username: string
  readonly posts: readonly HeldPost[]
  readonly secondFactor: boolean
  /** The password was set by somebody else; nothing but changing it is allowed. */
  readonly passwordDue: boolean
}

/**
 * The session of a request, in one round trip (D15): identity, posts and idle timeout together.
 * @throws SignedOut: no cookie, a forged one, a session that is over, or (unless `passwordDue` is allowed) a password to change.
 */
export async function sessionOf(context: Context, request: FastifyRequest, allow?: 'password-due'): Promise<Session> {
  const token = tokenOf(context, request)
  if (token === undefined) throw new SignedOut()
  const now = context.clock()
  const [row] = await run<SessionRow>(context.pools.app, sessionAt, [token, now])
  if (row === undefined) throw new SignedOut()
  const { idleMs, lifetimeMs, pool } = context.identity
  if (msOf(now) - msOf(row.seen) > idleMs || msOf(now) - msOf(row.opened) > lifetimeMs) throw new SignedOut(timedOut)
  if (row.password_due && allow !== 'password-due') throw new SignedOut(passwordFirst)
  // Written at most twice a minute: a timeout of minutes needs no more, and reading stays without writes.
  if (msOf(now) - msOf(row.seen) > 30_000) await run(pool, statement('update auth.session_use set seen = $2 where token = $1'), [token, now])
  return {
    region: row.region,
    person: row.person,
    name: row.name,
    username: row.username,
    posts: row.posts.map(({ unit, rank, fields, ...post }) => ({ ...post, ...(unit ? { unit } : {}), ...(rank ? { rank } : {}), ...(fields ? { fields } : {}) })),
    secondFactor: row.second_factor,
    passwordDue: row.password_due,
  }
}

/** The token of a cookie that we signed; undefined for none or a forged one. */
function tokenOf({ identity }: Pick<Context, 'identity'>, request: FastifyRequest): string | undefined {
  const cookie = request.cookies[identity.sessionCookie]
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (cookie === undefined || dot < 1) return undefined
  const token = cookie.slice(0, dot)
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', identity.secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

const sessionAt = statement('select * from auth.session_at($1, $2)')

interface SessionRow {
  readonly region: string
  readonly person: string
  readonly name: string
  readonly username: string
  readonly second_factor: boolean
  readonly password_due: boolean
  readonly opened: string
  readonly seen: string
  readonly posts: readonly { readonly id: string; readonly kind: Post['kind']; readonly body: string; readonly unit: string | null; readonly rank: NonNullable<Post['rank']> | null; readonly fields: readonly string[] | null; readonly delegation?: NonNullable<Post['delegation']> }[]
}

const timedOut = words('长时间未操作，已自动退出，请重新登录。', 'You were signed out after a time without activity; please sign in again.')
const passwordFirst = words('请先修改初始密码。', 'Please change the initial password first.')
