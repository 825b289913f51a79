import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { LiveAnswer, ReadyAnswer } from '@faheng/api/health.ts'
import { run, statement } from '../database/run.ts'
import type { Context } from '../context.ts'
import { NotFound } from '../errors.ts'
import type { Gauge } from './metrics.ts'
import type { Words } from '@faheng/law/words.ts'
import type { App } from './schemas.ts'

const tags = ['machine']

/** Live: the process answers. Ready: the database answers too, and what must be loaded is. Metrics for Prometheus. */
export function health(app: App, context: Context, isReady: () => boolean, demonstration?: { readonly hint: Words }): void {
  app.get('/health/live', { schema: { tags, response: { 200: LiveAnswer } } }, async () => ({ live: true as const }))

  app.get('/health/ready', { schema: { tags, response: { 200: ReadyAnswer, 503: ReadyAnswer } } }, async (_request, reply) => {
    const database = await run(context.pools.app, statement('select 1')).then(() => true, () => false)
    const ready = database && isReady()
    return reply.code(ready ? 200 : 503).send({ ready, database, loaded: isReady(), ...(demonstration ? { demonstration } : {}) })
  })

  app.get('/metrics', { schema: { tags, produces: ['text/plain'], response: { 200: Type.String() } } }, async (request, reply) => {
    if (!mayMeasure(context, request)) throw new NotFound()
    const gauges = [pools(context), await followers(context)]
    return reply.type('text/plain; version=0.0.4').send(context.metrics.text(gauges))
  })
}

/** Who bears the token; where none is set, whoever sits at this machine himself, not one for whom a proxy asks. */
function mayMeasure({ metricsToken, production }: Context, { headers, socket }: FastifyRequest): boolean {
  if (metricsToken !== undefined) return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${metricsToken}`))
  const direct = !['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined)
  return !production && direct && /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '')
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const pools = ({ pools: { app, worker, auth } }: Context): Gauge => ({
  name: 'faheng_pool_connections',
  help: 'Connections to the database by pool and what they do.',
  values: Object.entries({ app, worker, auth }).flatMap(([pool, { totalCount, idleCount, waitingCount }]) => [
    { labels: { pool, state: 'open' }, value: totalCount },
    { labels: { pool, state: 'idle' }, value: idleCount },
    { labels: { pool, state: 'wanted' }, value: waitingCount },
  ]),
})

const followers = async ({ pools }: Context): Promise<Gauge> => ({
  name: 'faheng_follower_lag',
  help: 'Recorded acts a follower has yet to see.',
  values: (
    await run<{ region: string; name: string; lag: number }>(pools.worker, statement(`
      select f.region, f.name, coalesce((select max(position) from faheng.act_order o where o.region = f.region), 0) - f.position
        + (select count(*) from faheng.pending p where p.region = f.region) as lag
      from faheng.follower f`)).catch(() => [])
  ).map(({ region, name, lag }) => ({ labels: { region, follower: name }, value: lag })),
})
