import type { Desk } from '../acts-http/case.ts'
import type { Ground } from './side.ts'

/** Who has an account on a platform of tables: four people of each body, and one who reads the county. */
export const admin = { email: 'admin@example.com', password: 'peers-admin-1' }
export const password = 'peers-user-1'
export const posts = ['clerk', 'unitHead', 'officer', 'head'] as const

export const mail = (body: string, post: string): string => `${post}.${body}@example.com`.toLowerCase()
export const supervisorsMail = mail('county', 'supervisor')

/** All signed in. A body's code is its county's and its own. */
export async function signedIn({ region, bodies }: Ground, signIn: (email: string) => Promise<string>): Promise<{ desks: Desk[]; supervisor: string }> {
  const desks = await Promise.all(bodies.map(async (body) => {
    const cookies = Object.fromEntries(await Promise.all(posts.map(async (post) => [post, await signIn(mail(body, post))] as const))) as Desk['cookies']
    return { body: `${region}/${body}`, unit: '', item: '', officers: ['officer-1', 'officer-2'], cookies }
  }))
  return { desks, supervisor: await signIn(supervisorsMail) }
}

/** @throws unless it is answered with success */
export async function post(url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer
}
