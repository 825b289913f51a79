import type { Follower } from '../../acts/index.ts'
import { run, statement } from '../../platform/database/run.ts'

/** A case whose handlers compared the old and the new norm (处罚法 37) has reviewed the change: that act finishes its tasks. */
export const caseReviews: Follower = {
  name: 'case-reviews',
  batch: 2000,
  async handle(client, region, entries) {
    await run(client, close, [region, entries.map(({ act }) => act)])
  },
  async reset(client, region) {
    await run(client, statement('update faheng.review_task set done = null, done_by = null, outcome = null, note = null, act = null where region = $1 and act is not null'), [region])
  },
}

const close = statement(`
  update faheng.review_task t set done = a.recorded, done_by = a.actor, note = '', act = a.id,
    outcome = case when a.payload -> 'comparisons' @> '[{"result": "new"}]' or a.payload -> 'comparisons' @> '[{"result": "not-unlawful"}]' then 'adjusted' else 'kept' end
  from faheng.act a
  where a.region = $1 and a.id = any ($2) and a.kind = 'compare-norms'
    and t.region = a.region and t.kind = 'matter' and t.subject = a.matter and t.done is null and t.recorded <= a.recorded`)
