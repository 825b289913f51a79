import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { HandsOver } from '@faheng/law/procedures/handing-over.ts'
import { follows } from '@faheng/law/procedures/penalty-moved.ts'
import type { PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { perform, type Acts } from '../../acts/index.ts'
import { systemAsker } from '../../platform/access/scope.ts'
import { run, statement } from '../../platform/database/run.ts'

/**
 * Cases that were signed for go over to the body that holds the power now (R30). Work is found by state, so a receipt missed is
 * caught up; the act's id derives from receipt and case, so it happens once.
 * @returns how many went over
 */
export async function moveCases(acts: Acts, worker: Pool): Promise<number> {
  const today = dayOf(acts.clock())
  const signed = await run<Signed & object>(worker, signedFor, [])
  const going = signed.filter(({ hands, violations }) => follows(hands, violations, today))
  let moved = 0
  for (const { region, handover, matter, hands: { handingOver, done } } of going) {
    if (handingOver === undefined) continue
    const receipt = done['receive-cases']?.at(-1)?.id ?? ''
    const id = `moved-${createHash('sha256').update(`${receipt} ${matter}`).digest('hex').slice(0, 40)}`
    const { repeated } = await perform(acts, systemAsker(region), { matter, act: { id, kind: 'move-with-power', payload: { from: handingOver.from, to: handingOver.to, handover } } })
    if (!repeated) moved++
  }
  return moved
}

interface Signed {
  readonly region: string
  readonly handover: string
  readonly matter: string
  readonly hands: HandsOver
  readonly violations: PenaltyCase['violations']
}

/** A case that went over is no longer the giver's, so it is found once. */
const signedFor = statement(`
  select m.region, m.id as handover, c.id as matter, s.state as hands, coalesce(o.state -> 'violations', '[]') as violations
  from faheng.region r join faheng.matter m on m.region = r.region and m.procedure in ('power-handover', 'township-grant', 'entrustment')
  join faheng.matter_state s on s.region = m.region and s.matter = m.id
  cross join lateral jsonb_array_elements_text(coalesce(s.state -> 'handingOver' -> 'received', '[]')) g (id)
  join faheng.matter c on c.region = m.region and c.id = g.id and c.procedure = 'penalty-ordinary' and c.body = s.state -> 'handingOver' ->> 'from' and not c.ended
  join faheng.matter_state o on o.region = c.region and o.matter = c.id
  where s.state -> 'handingOver' -> 'listed' ? g.id order by c.id limit 500`)
