import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Database } from './supervisor.ts'

/** A cable between a server and its database that can be pulled: what it carried stays open and says nothing more, to either side. */
export interface Link {
  /** A DATABASE_URL through it, of the account that may do everything. */
  url(database: string): string
  /** Silence for all that is connected now; who connects afterwards is carried. */
  pull(): void
  close(): void
}

export async function linkTo(database: Database): Promise<Link> {
  const { host, port, user, password } = database.connection('admin')
  const far = (): Socket => (host?.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(Number(port), host))
  const carried = new Set<Socket>()
  const server = createServer((near) => {
    const ends = [near, far()] as const
    for (const [from, to] of [ends, [...ends].reverse()] as [Socket, Socket][]) {
      carried.add(from)
      from.on('data', (piece) => to.write(piece))
      from.on('error', () => undefined)
      from.on('close', () => {
        carried.delete(from)
        if (!from.isPaused()) to.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: (name) => `postgres://${user}:${encodeURIComponent(String(password))}@127.0.0.1:${(server.address() as AddressInfo).port}/${name}`,
    pull() {
      for (const each of carried) each.pause()
    },
    close() {
      for (const each of carried) each.destroy()
      server.close()
    },
  }
}
