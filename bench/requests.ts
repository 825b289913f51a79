import { connect } from 'node:net'

/**
 * The load generator, in a process of its own: `node bench/requests.ts`, asked over IPC. Its own parser of answers, since a whole
 * HTTP client would take more of two cores than the server it measures; every answer must be 200 and of a stated length.
 */
export interface Asked {
  readonly port: number
  readonly path: string
  readonly cookie: string
  readonly clients: number
  /** Measured requests of all clients together, after a fifth as many that are not; fewer where twelve seconds do not suffice. */
  readonly requests: number
}

process.on('message', (asked: Asked) => void ask(asked).then((ms) => process.send?.({ ms }), (error: unknown) => process.send?.({ error: String(error) })))

async function ask({ port, path, cookie, clients, requests }: Asked): Promise<number[]> {
  const head = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\naccept: application/json\r\n\r\n`)
  const ms: number[] = []
  let left = Math.ceil(requests * 1.2)
  const warm = performance.now() + 2000
  const until = warm + 10_000
  await Promise.all(Array.from({ length: clients }, async () => {
    const line = await dial(port)
    try {
      while (left-- > 0 && performance.now() < until) {
        const begun = performance.now()
        const counts = left < requests || begun > warm
        await line(head)
        if (counts) ms.push(performance.now() - begun)
      }
    } finally {
      await line()
    }
  }))
  return ms
}

/** One connection that is kept: sends and waits for the whole answer; without anything to send, hangs up. */
function dial(port: number): Promise<(sent?: Buffer) => Promise<void>> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true)
    let answered: { done: () => void; failed: (error: Error) => void } | undefined
    let got: Buffer = Buffer.alloc(0)
    socket.on('error', (error) => (answered?.failed ?? reject)(error))
    socket.on('data', (chunk: Buffer) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
      const end = got.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = got.toString('latin1', 0, end)
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN)
      if (!head.startsWith('HTTP/1.1 200') || Number.isNaN(length)) return answered?.failed(new Error(head.split('\r\n')[0]))
      if (got.length < end + 4 + length) return
      got = Buffer.alloc(0)
      answered?.done()
    })
    socket.on('connect', () => resolve((sent) => {
      if (!sent) return Promise.resolve(void socket.end())
      return new Promise((done, failed) => {
        answered = { done, failed }
        socket.write(sent)
      })
    }))
  })
}
