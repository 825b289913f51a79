import { dayOf } from '@faheng/law/time/day.ts'
import type { FindingMark } from '@faheng/law/procedure.ts'
import { run, statement } from '../../platform/database/run.ts'
import type { Acts } from '../acts.ts'
import type { Follower } from '../followers.ts'
import { forget, walk } from './walk.ts'

/** What rules have to say (R13): a finding opens with the act that caused it and is lifted, visibly, when a late fact disproves it. */
export const findings = (acts: Pick<Acts, 'procedures'>): Follower => ({
  name: 'findings',
  batch: 100,
  async handle(client, region, entries) {
    for (const { entry, act, before, after } of await walk(acts, client, region, entries)) {
      const had = keyed(before.state.findings)
      const has = keyed(after.state.findings)
      const opened = [...has].filter(([key]) => !had.has(key)).map(([, mark]) => mark)
      const lifted = [...had].filter(([key]) => !has.has(key)).map(([, mark]) => mark)
      if (opened.length > 0) await run(client, open, [region, entry.matter, entry.seq, after.state.body, dayOf(act.recordedAt), JSON.stringify(opened)])
      if (lifted.length > 0) await run(client, lift, [region, entry.matter, entry.seq, JSON.stringify(lifted)])
    }
  },
  async reset(client, region) {
    forget(acts)
    await run(client, statement('delete from faheng.finding where region = $1'), [region])
  },
})

const keyed = (marks: readonly FindingMark[]) => new Map(marks.map((mark) => [`${mark.rule}\n${mark.act}\n${mark.subject}`, mark]))

/** One that was lifted and holds again stands as it was first found. */
const open = statement(`
  insert into faheng.finding (region, matter, rule, act, subject, opened_seq, body, found)
  select $1, $2, rule, act, subject, $3, $4, $5 from jsonb_to_recordset($6) as r (rule text, act text, subject text)
  on conflict (region, matter, rule, act, subject) do update set lifted_seq = null`)
const lift = statement(`
  update faheng.finding f set lifted_seq = $3 from jsonb_to_recordset($4) as r (rule text, act text, subject text)
  where f.region = $1 and f.matter = $2 and f.rule = r.rule and f.act = r.act and f.subject = r.subject`)
