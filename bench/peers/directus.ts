import { join } from 'node:path'
import { admin, mail, password, post, posts, signedIn, supervisorsMail } from './accounts.ts'
import { copyCases } from './copy-cases.ts'
import type { Ground, OneCase, Side } from './side.ts'
import { startPeer } from './start-peer.ts'
import { columns, tableCase } from './table-case.ts'

/**
 * Directus without a licence, its Core edition: history of every write (`accountability: all`), sessions by cookie. It has no row
 * rule (`custom_permission_rules_enabled`): who may read cases reads all of them, and the list's filter is the client's own word.
 */
export const directus = (installed: string): Side => ({
  name: 'directus',
  does: {
    history: 'activity and revision of every write; readable for 30 days without a licence; rows and history may be changed in the database unseen',
    guards: 'none: without a licence whoever may change cases may set any field to anything',
    'tamper evidence': 'none',
    'row rule': 'none without a licence (custom_permission_rules): the filter is the client\'s own word',
    approval: 'none: three PATCHes of the status by three users',
  },
  async start(ground) {
    const { host, port, user, password: secret } = ground.connection()
    const { process, url } = await startPeer(ground, {
      name: 'directus', cwd: join(ground.folder, 'directus'), portName: 'PORT', health: '/server/ping',
      words: (what) => [join(installed, 'node_modules/directus/cli.js'), what === 'install' ? 'bootstrap' : 'start'],
      env: {
        DB_CLIENT: 'pg', DB_HOST: String(host), DB_PORT: String(port), DB_DATABASE: 'directus', DB_USER: String(user), DB_PASSWORD: String(secret), DB_POOL__MIN: '0', DB_POOL__MAX: '20',
        ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password, SECRET: 'the secret of a bench, of no use elsewhere', HOST: '127.0.0.1', LOG_LEVEL: 'warn', NODE_ENV: 'production',
        // It takes having been stopped for a server under pressure.
        PRESSURE_LIMITER_ENABLED: 'false',
      },
    }, (at) => prepare(at, ground))
    const { desks, supervisor } = await signedIn(ground, (email) => signIn(url, email, password))
    const list = (who: string, parts: Readonly<Record<string, string>>, more = '') => ({ method: 'GET', path: `/items/cases?${new URLSearchParams(parts)}${more}`, who } as const)
    const county = { 'filter[region][_eq]': ground.region }
    const page = { fields: 'id,unit,body,status,number,filed,due,party', sort: '-filed,-id', limit: '20' }
    return {
      process,
      told: {
        url, desks,
        lists: {
          filtered: list(desks[0]?.cookies.head ?? '', { 'filter[body][_eq]': desks[0]?.body ?? '', 'filter[status][_eq]': 'investigation', ...page }),
          deep: list(supervisor, { ...county, ...page, offset: String(ground.deep.rows) }),
          grouped: list(supervisor, { ...county, 'aggregate[count]': '*', limit: '-1' }, ['body', 'status', 'year(filed)', 'month(filed)'].map((by) => `&groupBy[]=${by}`).join('')),
        },
      },
    }
  },
})

export const oneCase: OneCase = (client, _, desk, _n, note) =>
  tableCase(client, desk, (id, first) => (first ? { method: 'POST', path: '/items/cases' } : { method: 'PATCH', path: `/items/cases/${id}` }), note)

/** One role, which may read, create and change cases: without a licence no permission can say which. */
async function prepare(url: string, { bodies, worker, connection }: Ground): Promise<void> {
  const cookie = await signIn(url, admin.email, admin.password)
  const make = async (path: string, body: unknown) => ((await (await post(url + path, body, { cookie })).json()) as { data: { id: string } }).data.id
  const fields = Object.entries(columns).map(([field, type]) => ({ field, type, schema: {}, meta: type === 'json' ? { special: ['cast-json'] } : {} }))
  await make('/collections', {
    collection: 'cases', schema: {}, meta: { accountability: 'all' },
    fields: [{ field: 'id', type: 'uuid', schema: { is_primary_key: true, length: 36, has_auto_increment: false }, meta: { special: ['uuid'] } }, ...fields],
  })
  await copyCases(worker, connection('directus'))
  const role = await make('/roles', { name: 'staff' })
  const policy = await make('/policies', { name: 'staff', app_access: false, admin_access: false, roles: [{ role }] })
  for (const action of ['read', 'create', 'update']) await make('/permissions', { policy, collection: 'cases', action, fields: ['*'] })
  const people = [...bodies.flatMap((body) => posts.map((each) => mail(body, each))), supervisorsMail]
  for (const email of people) await make('/users', { email, password, role })
}

/** @returns the cookie of a session, which the server can end, as ours are */
async function signIn(url: string, email: string, secret: string): Promise<string> {
  const answer = await post(`${url}/auth/login`, { email, password: secret, mode: 'session' }, {})
  return answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
}
