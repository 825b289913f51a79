import { Refused, type Refusal, Unanswered } from './errors.ts'
import { signedInAgain } from './session.ts'

interface Options {
  readonly signal?: AbortSignal | undefined
  /** Without it a lost session opens the sign-in dialog over the page and the request goes on afterwards: nothing typed is lost. */
  readonly mayBeSignedOut?: true
}

/** One request to our own interface. Throws `Refused` or `Unanswered`. */
export async function ask<A>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, options: Options = {}): Promise<A> {
  const answer = await send(method, path, body, options)
  return (answer.status === 204 ? undefined : await answer.json()) as A
}

export const get = <A>(path: string, signal?: AbortSignal): Promise<A> => ask<A>('GET', path, undefined, { signal })
export const post = <A>(path: string, body: unknown, signal?: AbortSignal): Promise<A> => ask<A>('POST', path, body, { signal })

/** The answer itself, for what is no JSON (a preview, a file). */
export async function send(method: string, path: string, body: unknown, options: Options & { readonly accept?: string } = {}): Promise<Response> {
  const answer = await reach(method, path, body, options)
  if (answer.ok) return answer
  if (answer.status === 401 && !options.mayBeSignedOut) {
    await signedInAgain()
    return send(method, path, body, options)
  }
  throw await problemOf(answer)
}

async function reach(method: string, path: string, body: unknown, options: Options & { readonly accept?: string }): Promise<Response> {
  const raw = body instanceof Blob
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: options.accept ?? 'application/json',
        ...(body === undefined ? {} : { 'content-type': raw ? body.type || 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unanswered('offline', 0)
  }
}

async function problemOf(answer: Response): Promise<Error> {
  const said = (await answer.json().catch(() => ({}))) as { code?: string; refusals?: Refusal[]; message?: unknown; field?: string; request?: string }
  if (said.code === 'refused' && said.refusals) return new Refused(said.refusals)
  const text = typeof said.message === 'object' && said.message !== null && 'zh' in said.message ? (said.message as { zh: string; en: string }) : undefined
  return new Unanswered(said.code ?? 'failed', answer.status, { text, field: said.field, request: said.request })
}

/** `/api/matters?stage=lead` of the values that are there. */
export function withQuery(path: string, values: object): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
