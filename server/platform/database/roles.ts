import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import { connected } from './connected.ts'
import type { Database } from './supervisor.ts'

/**
 * The roles of D11. `faheng_owner` owns and migrates; `faheng_app` serves requests; `faheng_worker` runs followers and
 * jobs and sees all rows; `faheng_facts` owns the fact functions and never signs in; `faheng_reader` reads the
 * publication schema; `faheng_auth` has the schema of better-auth (D15).
 */
export const loginRoles = ['faheng_owner', 'faheng_app', 'faheng_worker', 'faheng_reader', 'faheng_auth'] as const
const allRoles = [...loginRoles, 'faheng_facts'] as const
export type Role = (typeof loginRoles)[number]

/** Roles that own things which migrations make, so that the owner can hand them over; it does not inherit their rights. */
const handedTo = ['faheng_facts', 'faheng_worker', 'faheng_auth'] as const

/**
 * Makes what is missing of the roles and of the database itself. They belong to the cluster, so several servers may do
 * this at once: an advisory lock orders them.
 * @throws with the SQL to run when the account of DATABASE_URL may not.
 */
export async function ensureRoles(database: Database): Promise<void> {
  const own = database.origin !== 'DATABASE_URL'
  await connected(database.connection('admin'), async (client) => {
    await client.query('select pg_advisory_lock($1)', [rolesLock])
    const missing = await missingStatements(client, own ? (role) => String(database.connection(role).password) : undefined)
    for (const statement of missing) {
      try {
        await client.query(statement)
      } catch (error) {
        if (isDuplicate(error)) continue
        throw own ? error : new Error(mustBeRun(error, missing))
      }
    }
  })
}

/** 'fahengRO': the same number in every program that makes the roles. */
const rolesLock = '7377577842158457423'

/** What still has to be run; on our own cluster roles sign in by password, elsewhere the connecting account takes them on. */
async function missingStatements(client: Client, passwordOf?: (role: Role) => string): Promise<string[]> {
  const [roles, members, databases, account] = [
    await names(client, `select rolname as name from pg_roles where rolname like 'faheng\\_%'`),
    // From 16 on, who creates a role is its administrator without being able to take it on (set_option).
    await names(client, `select r.rolname || ' ' || m.rolname as name from pg_auth_members a
      join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
      where coalesce(to_jsonb(a) ->> 'set_option', 'true') = 'true'`),
    await names(client, `select datname as name from pg_database`),
    (await client.query<{ name: string; super: boolean; database: string; creates: boolean }>(`
      select rolname as name, rolsuper as super, current_database() as database,
        coalesce(has_database_privilege(to_regrole('faheng_owner')::oid, current_database(), 'create'), false) as creates
      from pg_roles where rolname = current_user`)).rows[0],
  ]
  if (account === undefined) throw new Error('the database does not say who is connected')
  const isLogin = (role: string): role is Role => (loginRoles as readonly string[]).includes(role)
  const grant = (role: string, to: string) => (members.has(`${role} ${to}`) ? [] : [`grant ${role} to ${escapeIdentifier(to)}`])
  return [
    ...allRoles.filter((role) => !roles.has(role)).map((role) =>
      `create role ${role} ${role === 'faheng_owner' ? 'noinherit' : ''} ` +
      (passwordOf && isLogin(role) ? `login password ${escapeLiteral(passwordOf(role))}` : 'nologin')),
    ...handedTo.flatMap((role) => grant(role, 'faheng_owner')),
    ...(account.super ? [] : allRoles.flatMap((role) => (role === 'faheng_facts' ? [] : grant(role, account.name)))),
    ...(passwordOf
      ? databases.has('faheng') ? [] : ['create database faheng owner faheng_owner']
      : account.creates ? [] : [`grant create on database ${escapeIdentifier(account.database)} to faheng_owner`]),
  ]
}

async function names(client: Client, text: string): Promise<Set<string>> {
  return new Set((await client.query<{ name: string }>(text)).rows.map((row) => row.name))
}

/** Made by somebody else in the meantime: duplicate_object, duplicate_database, or the unique index under them. */
const isDuplicate = (error: unknown): boolean => ['42710', '42P04', '23505'].includes((error as { code: string }).code)

const mustBeRun = (error: unknown, statements: readonly string[]): string =>
  `DATABASE_URL may not prepare the database (${(error as Error).message}). Run once as an account that may:\n\n` +
  statements.map((statement) => `  ${statement.replace(/ +/g, ' ')};\n`).join('')
