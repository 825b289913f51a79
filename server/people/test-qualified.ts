import type { TestCases } from '../cases/test-cases.ts'
import { testRegion } from '../test-server.ts'

const long = '2020-01-01T00:00:00.000Z'
const put = ({ server }: TestCases, sql: string, ...values: unknown[]) => server.db.pools.worker.query(sql, [testRegion, ...values])

/** 64 hours of another body's online course, through on 2026-02-01. */
export async function taught(cases: TestCases, person: string): Promise<void> {
  await put(cases, `insert into faheng.training_course (region, id, year, body, invited, title, kind, level, tier, compulsory, rotation, hours, organiser, recorded)
    values ($1, 'basics', 2026, 'yjj', '{*}', '资格培训', 'public-law', 'county', 'new', true, false, 64, 'x', $2) on conflict do nothing`, long)
  await put(cases, `insert into faheng.training_entry (region, id, person, course, kind, at, recorded, recorded_by) values ($1, 'taught-' || $2, $2, 'basics', 'finished', '2026-02-01', '2026-02-01', 'x')`, person)
}

/** An exam of 100 points that is passed with 60, over on 2026-02-10. */
export async function examined(cases: TestCases, person: string, exam: string, total: number, qualifying = true): Promise<void> {
  await put(cases, `insert into faheng.exam (region, id, title, blueprint, opens, closes, minutes, pass, full_marks, qualifying, recorded, recorded_by)
    values ($1, $2, '考试', '{}', '2026-02-10T01:00Z', '2026-02-10T03:00Z', 60, 60, 100, $3, '2026-02-01', 'x')`, exam, qualifying)
  await put(cases, `insert into faheng.exam_entry (region, exam, person, paper, started, ends, submitted, objective, total)
    values ($1, $2, $3, '[]', '2026-02-10T01:00Z', '2026-02-10T02:00Z', '2026-02-10T02:00Z', $4, $4)`, exam, person, total)
}
