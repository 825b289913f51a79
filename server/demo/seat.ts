import type { Static } from 'typebox'
import type { ActPerformed } from '@faheng/api/matters.ts'
import type { RefusedAnswer } from '@faheng/api/errors.ts'

/** A person at his own desk: signed in over HTTP, with a cookie and nothing else in common with the others. */
export interface Seat {
  readonly username: string
  readonly person: string
  get<T>(path: string): Promise<T>
  /** `undefined` where there is nothing yet (404). */
  find<T>(path: string): Promise<T | undefined>
  post<T>(path: string, body: unknown): Promise<T>
  /** An act: what came of it, or why not. */
  perform(path: string, body: unknown): Promise<{ readonly done: Static<typeof ActPerformed> } | { readonly refusals: Static<typeof RefusedAnswer>['refusals'] }>
}

/** @throws with status and answer when the server does not let him in */
export async function signIn(url: string, username: string, password: string): Promise<Seat> {
  const signed = await send(url, 'POST', '/api/auth/sign-in/username', '', { username, password })
  if (!signed.ok) throw new Error(`${username} cannot sign in: ${signed.status} ${await signed.text()}`)
  const cookie = signed.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')
  const answer = async <T>(response: Response, what: string): Promise<T> => {
    if (!response.ok) throw new Error(`${username}: ${what} answers ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  const get = async <T>(path: string): Promise<T> => answer<T>(await send(url, 'GET', path, cookie), path)
  return {
    username,
    person: (await get<{ person: string }>('/api/me')).person,
    get,
    async find(path) {
      const response = await send(url, 'GET', path, cookie)
      return response.status === 404 ? undefined : answer(response, path)
    },
    post: async (path, body) => answer(await send(url, 'POST', path, cookie, body), path),
    async perform(path, body) {
      const response = await send(url, 'POST', path, cookie, body)
      if (response.status === 409) {
        const refused = (await response.json()) as Static<typeof RefusedAnswer>
        if (refused.code === 'refused') return { refusals: refused.refusals }
        throw new Error(`${username}: ${path} answers 409 ${JSON.stringify(refused)}`)
      }
      return { done: await answer(response, path) }
    },
  }
}

export const send = (url: string, method: 'GET' | 'POST', path: string, cookie = '', body?: unknown): Promise<Response> =>
  fetch(url + path, { method, headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
