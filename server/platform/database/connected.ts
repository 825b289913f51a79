import { Client, type ClientConfig } from 'pg'

/** Does some work on one connection of its own and closes it. */
export async function connected<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config)
  // A connection lost between two statements ends the next one, not the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
