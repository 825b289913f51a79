import type { Static } from 'typebox'
import type { RoundRequest } from '@faheng/api/training.ts'
import { dayOf, isDay } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { run, statement } from '../platform/database/run.ts'
import { Malformed } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { once } from '../platform/verbs.ts'

/** 轮训: the round the whole county passes, from today on in the setting of every body; what a body set besides stays. @throws Malformed */
export async function setRound(context: Context, session: Session, { id, from, until }: Static<typeof RoundRequest>) {
  requirePost(session, 'supervisor')
  if (!isDay(from) || !isDay(until) || until < from) throw new Malformed('/until', words('结束日期早于开始日期。', 'It ends before it begins.'))
  const { region, person } = session
  return once(context, { id, name: 'set-training-round', region, person, content: { from, until } }, async (client, at) => {
    const today = dayOf(at)
    const bodies = await run<{ body: string; value: object | null }>(client, statement(`
      select distinct b.id as body, s.value from faheng.body b
      left join lateral (select value from faheng.body_setting where region = b.region and body = b.id and name = 'training' and valid_from <= $2 and (valid_until is null or $2 < valid_until)
        order by valid_from desc limit 1) s on true
      where b.region = $1 and b.valid_from <= $2 and (b.valid_until is null or $2 < b.valid_until)`), [region, today])
    for (const { body, value } of bodies) {
      await run(client, statement(`update faheng.body_setting set valid_until = $3 where region = $1 and body = $2 and name = 'training' and valid_from < $3 and (valid_until is null or $3 < valid_until)`), [region, body, today])
      await run(client, statement(`
        insert into faheng.body_setting (region, body, name, value, valid_from, recorded) values ($1, $2, 'training', $3, $4, $5)
        on conflict (region, body, name, valid_from) do update set value = excluded.value, recorded = excluded.recorded`), [region, body, JSON.stringify({ ...value, rotation: { from, until } }), today, at])
    }
    return { done: true } as const
  })
}
