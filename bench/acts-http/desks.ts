import type { Pool } from 'pg'
import { demoPassword } from '../../server/demo/load.ts'
import { signIn } from '../shared/server.ts'
import type { Desk } from './case.ts'

/** The demonstration county's. */
export const region = '140199'

/** One desk for each organ with an item of its own: a clerk, a unit head, two officers and the chief, signed in. */
export async function desksOf(worker: Pool, auth: Pool, url: string): Promise<Desk[]> {
  const posts = (await worker.query<{ body: string; unit: string | null; kind: string; person: string }>(`
    select p.body, p.unit, p.kind, p.person from faheng.post p where p.region = $1 and until_at is null
      and (p.kind in ('receiving-clerk', 'unit-head', 'officer') or p.rank = 'chief') order by p.body, p.unit, p.id`, [region])).rows
  const items = (await worker.query<{ body: string; item: string }>(`
    select distinct on (v.body) v.body, v.item from faheng.item_version v join faheng.body b on b.region = v.region and b.id = v.body and b.kind = 'organ'
    where v.region = $1 and v.kind = 'penalty' and v.status = 'parsed' and v.valid_until is null order by v.body, v.item`, [region])).rows
  const names = new Map((await auth.query<{ person: string; username: string }>('select person, username from auth."user" where region = $1', [region])).rows.map(({ person, username }) => [person, username]))
  const session = async (person: string | undefined) => signIn(url, names.get(person ?? '') ?? '', demoPassword)
  const desks: Desk[] = []
  for (const { body, item } of items) {
    const unit = posts.find((each) => each.body === body && each.kind === 'unit-head')?.unit ?? ''
    const of = (kind: string) => posts.filter((each) => each.body === body && each.kind === kind && (each.unit === null || each.unit === unit)).map(({ person }) => person)
    const officers = of('officer').slice(0, 2)
    const [clerk, unitHead, officer, head] = await Promise.all([of('receiving-clerk')[0], of('unit-head')[0], officers[0], of('head')[0]].map(session))
    desks.push({ body, unit, item, officers, cookies: { clerk, unitHead, officer, head } as Desk['cookies'] })
  }
  return desks
}

/** A party for each case: nobody's decisions stand in another's way. */
export const addParties = async (worker: Pool, count: number): Promise<void> =>
  void (await worker.query(`
    insert into faheng.party (region, id, kind, name, address, recorded, recorded_by)
    select $1, 'bench-party-' || n, 'organisation', '第' || n || '号经营部', '人民路' || n || '号', now(), 'bench' from generate_series(1, $2::integer) n`, [region, count]))
