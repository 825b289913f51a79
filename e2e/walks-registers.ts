import type {} from '../server/platform/database/test-global.ts'
import { addAccounts, hashPassword } from '../server/platform/identity/accounts.ts'
import type { TestCases } from '../server/cases/test-cases.ts'
import { testPassword, testRegion } from '../server/test-server.ts'

/** What the small county of the tests lacks for two of the walk-throughs. */

const at = '2020-01-01T00:00:00.000Z'
const putIn = ({ server }: TestCases) => (sql: string, ...values: unknown[]) => server.context.pools.worker.query(sql, [testRegion, ...values])

const townsfolk = [
  { id: 'z-one', kind: 'officer', unit: 'z1' }, { id: 'z-two', kind: 'officer', unit: 'z1' }, { id: 'z-leader', kind: 'unit-head', unit: 'z1' }, { id: 'z-head', kind: 'head', rank: 'chief' },
] as const

/** A township with three people who hold certificates, its leader among them, and one item granted to it. */
export async function settleTownship(cases: TestCases): Promise<void> {
  const put = putIn(cases)
  const { identity } = cases.server.context
  await put(`insert into faheng.body (region, id, name, short_name, number_prefix, kind, township, recorded) values ($1, 'zhen', '测试县石桥镇人民政府', '石桥镇', '测石政', 'township', '140299101', $2)`, at)
  await put(`insert into faheng.unit (region, id, body, name) values ($1, 'z1', 'zhen', '综合行政执法队')`)
  await put(`insert into faheng.township_grant (region, id, township, item, exclusive, basis, valid_from, recorded) values ($1, 'g1', '140299101', 'expired', false, '省政府赋权目录', '2020-01-01', $2)`, at)
  await put(`insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, 'zhen', 'remedy', $2, '2020-01-01', $3)`, JSON.stringify({ reviewOrgan: '测试县人民政府', court: '测试县人民法院' }), at)
  const passwordHash = await hashPassword(identity, testPassword)
  for (const { id, kind, ...post } of townsfolk) {
    await put('insert into faheng.person (region, id, name) values ($1, $2, $3)', id, `测试${id}`)
    await put(`insert into faheng.post (region, id, person, kind, body, unit, rank, from_at, recorded) values ($1, $2, $3, $4, 'zhen', $5, $6, $7, $7)`,
      `p-${id}`, id, kind, 'unit' in post ? post.unit : null, 'rank' in post ? post.rank : null, at)
    if (kind !== 'head')
      await put(`insert into faheng.certificate (region, number, person, issuer, fields, valid_region, from_at, until_at, recorded) values ($1, $2, $3, 'sx', '{}', '140000', $4, '2030-01-01', $4)`, `C-${id}`, id, at)
  }
  await addAccounts(identity, townsfolk.map(({ id }) => ({ region: testRegion, person: id, name: `测试${id}`, username: id, passwordHash, passwordDue: false })))
}

/** An item whose law is repealed on 2026-08-15, the day the code that takes its place comes into force. */
export async function settleChangedNorm(cases: TestCases): Promise<void> {
  const put = putIn(cases)
  const branch = { condition: '', subject: 'any', kinds: [{ kind: 'fine', connective: 'must', text: '' }], fine: { base: 'absolute', floor: 50_000, ceiling: 200_000, floorInclusive: true }, status: 'parsed', text: '' }
  await put(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, repealed, recorded) values ($1, '大气污染防治法', '1', '大气污染防治法', 'law', '2015-08-29', '2016-01-01', '2026-08-15', $2)`, at)
  await put(`insert into faheng.statute_version (region, statute, version, title, rank, promulgated, in_force, recorded) values ($1, '生态环境法典', '1', '生态环境法典', 'law', '2026-03-12', '2026-08-15', $2)`, at)
  const version = (n: number, statute: string, from: string, until: string | null) =>
    put(`insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, valid_until, recorded)
      values ($1, 'smoke', $2, 'scjg', '对露天焚烧秸秆的处罚', $3, '{fine}', $4, 'parsed', $5, $6, $7)`,
      n, JSON.stringify([{ citation: { statute, article: 119, paragraph: 1 }, text: '五百元以上二千元以下罚款' }]), JSON.stringify([branch]), from, until, at)
  await version(1, '大气污染防治法', '2020-01-01', '2026-08-15')
  await version(2, '生态环境法典', '2026-08-15', null)
}
