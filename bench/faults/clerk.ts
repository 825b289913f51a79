import { signIn, type Server } from '../shared/server.ts'
import { until, type Send } from './load.ts'

/** Signs in as the receiving clerk of a server's demonstration, who it says may, there or at another server of the same database. His requests come back undefined while it is away. */
export async function clerkOf({ said, url: own }: Server, url = own): Promise<Send> {
  const [, password = ''] = /with the password (\S+)/.exec(said) ?? []
  const [, username = ''] = /^ {2}receiving-clerk +(\S+)$/m.exec(said) ?? []
  const cookie = await until('the clerk can sign in', () => signIn(url, username, password))
  return (method, path, body) =>
    fetch(`${url}${path}`, {
      method, headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(10_000),
    }).then(async (answer) => ({ status: answer.status, text: await answer.text() })).catch(() => undefined)
}
