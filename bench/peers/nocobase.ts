import { join } from 'node:path'
import { admin, mail, password, post, posts, signedIn, supervisorsMail } from './accounts.ts'
import { copyCases } from './copy-cases.ts'
import type { Ground, OneCase, Side } from './side.ts'
import { startPeer } from './start-peer.ts'
import { columns, tableCase } from './table-case.ts'

/** From which status who moves a case on: the scope of his role, with his body. */
const moves = { unitHead: 'lead', officer: 'assigned', head: 'proposed' } as const

/**
 * NocoBase's open edition: roles with row scopes by the user's body and the status a case is in; no plugin among its hundred that
 * keeps a history or approves. `simplePaginate` spares it the count of all rows that its lists make otherwise.
 */
export const nocobase = (installed: string): Side => ({
  name: 'nocobase',
  does: {
    history: 'none: no plugin of the open edition keeps one',
    guards: 'the status a case is in must be the role\'s; what it is set to is free; a refused change answers 200 with no row',
    'tamper evidence': 'none',
    'row rule': 'scope of the role, in the application',
    approval: 'none in the open edition: three updates by three users',
  },
  async start(ground) {
    const { host, port, user, password: secret } = ground.connection()
    const { process, url } = await startPeer(ground, {
      name: 'nocobase', cwd: installed, portName: 'APP_PORT', health: '/api/__health_check',
      // Its own command line does the same through yarn and a shell.
      words: (what) => ['--preserve-symlinks', '--import', `data:text/javascript,${encodeURIComponent(initEnv)}`, 'node_modules/@nocobase/app/lib/index.js', what],
      env: {
        DB_DIALECT: 'postgres', DB_HOST: String(host), DB_PORT: String(port), DB_DATABASE: 'nocobase', DB_USER: String(user), DB_PASSWORD: String(secret), DB_POOL_MAX: '20',
        APP_ENV: 'production', NODE_ENV: 'production', APP_KEY: 'the secret of a bench, of no use elsewhere', APP_PACKAGE_ROOT: 'node_modules/@nocobase/app', STORAGE_PATH: join(ground.folder, 'nocobase'),
        INIT_ROOT_EMAIL: admin.email, INIT_ROOT_PASSWORD: admin.password, INIT_ROOT_USERNAME: 'root', INIT_ROOT_NICKNAME: 'root', INIT_APP_LANG: 'en-US',
        LOGGER_LEVEL: 'warn', LOGGER_TRANSPORT: 'console', TZ: 'UTC', DB_TIMEZONE: '+00:00',
      },
    }, (at) => prepare(at, ground))
    const { desks, supervisor } = await signedIn(ground, (email) => signIn(url, email, password))
    const list = (who: string, parts: Readonly<Record<string, string>>) =>
      ({ method: 'GET', path: `/api/cases:list?${new URLSearchParams({ fields: 'id,unit,body,status,number,filed,due,party', sort: '-filed,-id', pageSize: '20', ...parts })}`, who } as const)
    return {
      process,
      told: {
        url, desks,
        lists: {
          filtered: list(desks[0]?.cookies.head ?? '', { filter: JSON.stringify({ status: 'investigation' }) }),
          deep: list(supervisor, { page: String(ground.deep.rows / 20 + 1) }),
          grouped: {
            method: 'POST', path: '/api/cases:query', who: supervisor,
            body: { measures: [{ field: ['id'], aggregation: 'count', alias: 'cases' }], dimensions: [{ field: ['body'] }, { field: ['status'] }, { field: ['filed'], format: 'YYYY-MM', alias: 'month' }], limit: 5000 },
          },
        },
      },
    }
  },
})

const initEnv = 'import{createRequire}from"node:module";createRequire(process.cwd()+"/")("@nocobase/cli-v1/src/util").initEnv()'

export const oneCase: OneCase = (client, _, desk, _n, note) =>
  tableCase(client, desk, (id, first) => ({ method: 'POST', path: first ? '/api/cases:create' : `/api/cases:update?filterByTk=${id}` }), note)

async function prepare(url: string, { region, bodies, worker, connection }: Ground): Promise<void> {
  const token = await signIn(url, admin.email, admin.password)
  const make = async (path: string, body: unknown) => ((await (await post(`${url}/api/${path}`, body, { authorization: token })).json()) as { data: { id: number } }).data.id
  const types = { string: { type: 'string', interface: 'input' }, text: { type: 'text', interface: 'textarea' }, date: { type: 'dateOnly', interface: 'date' }, json: { type: 'json', interface: 'json' } }
  await make('collections:create', {
    name: 'cases', title: 'cases', autoGenId: false, simplePaginate: true,
    fields: [{ name: 'id', type: 'uuid', primaryKey: true, interface: 'uuid' }, ...Object.entries(columns).map(([name, type]) => ({ name, ...types[type] }))],
  })
  for (const name of ['body', 'region']) await make('collections/users/fields:create', { name, ...types.string })
  await copyCases(worker, connection('nocobase'), 'nulls last')

  const fields = ['id', ...Object.keys(columns)]
  const own = { body: { $eq: '{{$user.body}}' } }
  const role = async (name: string, reads: object, changes?: object) => {
    const scope = async (rule: object) => ({ id: await make('dataSources/main/rolesResourcesScopes:create', { resourceName: 'cases', name: `${name} ${JSON.stringify(rule)}`, scope: { $and: [rule] } }) })
    await make('roles:create', { name, title: name })
    const seen = await scope(reads)
    await make(`roles/${name}/dataSourceResources:create`, {
      name: 'cases', dataSourceKey: 'main', usingActionsConfig: true,
      actions: [...['view', 'list', 'get', 'query'].map((action) => ({ name: action, fields, scope: seen })), changes ? { name: 'update', fields, scope: await scope(changes) } : { name: 'create', fields }],
    })
  }
  await role('clerk', own)
  for (const [name, status] of Object.entries(moves)) await role(name, own, { ...own, status: { $eq: status } })
  await role('supervisor', { region: { $eq: '{{$user.region}}' } })
  const user = (email: string, name: string, place: object) => make('users:create', { username: email.split('@')[0], email, password, roles: [{ name }], ...place })
  for (const body of bodies) for (const name of posts) await user(mail(body, name), name, { body: `${region}/${body}` })
  await user(supervisorsMail, 'supervisor', { region })
}

/** @returns the token as it is sent */
async function signIn(url: string, account: string, secret: string): Promise<string> {
  const answer = await post(`${url}/api/auth:signIn`, { account, password: secret }, { 'x-authenticator': 'basic' })
  return `Bearer ${((await answer.json()) as { data: { token: string } }).data.token}`
}
