import type { FastifyReply, FastifyRequest } from 'fastify'
import { words } from '@faheng/law/words.ts'

/**
 * Sent with every answer; a route may set its own. antd writes its styles into the page, hence inline styles; scripts never.
 * Previews of documents are shown from blob: addresses.
 */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
    "connect-src 'self'; frame-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}

export const secure = (publicUrl: string) => async (request: FastifyRequest, reply: FastifyReply) => {
  for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value)
  if (publicUrl.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000')
  if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
}

/** Writes come from our own pages, or from programs, which send neither header: beside SameSite=Strict, against forged requests. */
export const sameOrigin = (publicUrl: string) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const { origin, host, 'sec-fetch-site': site } = request.headers
  const ours = origin === undefined || origin === new URL(publicUrl).origin || hostOf(origin) === host
  if (ours && (site === undefined || site === 'same-origin' || site === 'none')) return
  return reply.code(403).send({ code: 'malformed', field: 'origin', message: words('请求来自其他网站，已拒绝。', 'Refused: the request comes from another site.') })
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
