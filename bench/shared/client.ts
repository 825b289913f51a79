import { connect, type Socket } from 'node:net'

export interface Reply {
  readonly status: number
  readonly text: string
}

/**
 * One kept connection, one request at a time. `fetch` costs the machine as much as an act; a load generator on the same two cores
 * must cost next to nothing. Answers carry a content-length, as all of ours do.
 */
export function openClient(url: string) {
  const { hostname, port, host } = new URL(url)
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
  let held = Buffer.alloc(0)
  let waiting: { resolve(reply: Reply): void; reject(error: Error): void } | undefined
  const fail = (error: Error) => waiting?.reject(error)
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (piece) => {
    held = held.length === 0 ? piece : Buffer.concat([held, piece])
    const end = held.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = held.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (held.length < end + 4 + length) return
    const reply = { status: Number(head.slice(9, 12)), text: held.toString('utf8', end + 4, end + 4 + length) }
    held = held.subarray(end + 4 + length)
    waiting?.resolve(reply)
  })
  return {
    /** `who`: the cookies of a session, or `Bearer` and a token. */
    send(method: string, path: string, who: string, body?: unknown): Promise<Reply> {
      const text = body === undefined ? '' : JSON.stringify(body)
      socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${who.startsWith('Bearer ') ? 'authorization' : 'cookie'}: ${who}\r\n${body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`}\r\n${text}`)
      return new Promise((resolve, reject) => (waiting = { resolve, reject }))
    },
    close: () => socket.destroy(),
  }
}
