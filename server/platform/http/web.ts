import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import { notFoundWords } from './answer-error.ts'
import type { App } from './schemas.ts'

/**
 * The built pages. Files under /assets carry their hash in the name and never change; index.html is asked for each time. Paths
 * that are no file are the page's own (its router reads them); under /api they are 404.
 */
export async function serveWeb(app: App, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built)
    await app.register(staticFiles, {
      root: folder,
      index: ['index.html'],
      wildcard: true,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  if (built) app.get('/', { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
  app.setNotFoundHandler((request, reply) => {
    const ownPath = !/^\/(api|health|metrics|assets)(\/|\?|$)/.test(request.url)
    if (built && ownPath && (request.method === 'GET' || request.method === 'HEAD')) return reply.sendFile('index.html')
    return reply.code(404).send({ code: 'not-found', message: notFoundWords })
  })
}
