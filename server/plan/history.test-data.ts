import type { Pool } from 'pg'
import { quantities } from '@faheng/law/measures/quantity.ts'

/** Ten years of a county's plan up to 2026: 30 bodies, every quantity every month, a thousand tasks; two organs that enforce nothing, measures of ten bodies each. */
export async function fillPlan(worker: Pool, region: string): Promise<void> {
  await worker.query(`
    insert into faheng.body (region, id, name, short_name, number_prefix, kind, recorded)
    select $1, 'b' || n, '第' || n || '执法机关', '机关' || n, '晋测' || n, 'organ', '2016-01-01' from (select n::text from generate_series(1, 29) n union all values ('-organisation'), ('-establishment')) n`, [region])
  await worker.query(`
    insert into faheng.measure_figure (region, month, body, name, value)
    select $1, to_char(m, 'YYYY-MM'), b, name, 1 + length(name) % 7 from generate_series(timestamp '2017-01-01', '2026-12-01', '1 month') m,
      unnest(array['scjg'] || array(select 'b' || n from generate_series(1, 29) n)) b, unnest($2::text[]) name`, [region, Object.values(quantities).map(({ id }) => id)])
  await worker.query(`
    insert into faheng.measure_figure (region, month, body, name, value)
    select $1, to_char(m, 'YYYY-MM'), b, name, 1 from generate_series(timestamp '2017-01-01', '2026-12-01', '1 month') m, unnest(array['b-organisation', 'b-establishment']) b, unnest(array['filers', 'filers-in-time']) name`, [region])
  await worker.query('insert into faheng.measure_sum (region, month, name, value) select region, month, name, sum(value) from faheng.measure_figure where region = $1 group by region, month, name', [region])
  await worker.query(`
    insert into faheng.body_setting (region, body, name, value, valid_from, recorded)
    select $1, body, 'plan-roles', jsonb_build_array(role), '2016-01-01', '2016-01-01' from (values ('b-organisation', 'organisation'), ('b-establishment', 'establishment'), ('b3', 'finance'), ('b4', 'bureau')) as r (body, role)`, [region])
  await worker.query(`
    insert into faheng.measure_version (region, measure, version, valid_from, entry, recorded, recorded_by)
    select $1, n, 1, '2020-01-01', jsonb_build_object('bodies', (select jsonb_agg('b' || b) from generate_series(3, 12) b)), '2020-01-01', 'supervisor' from unnest(array[9, 13, 14, 21, 45]) n`, [region])
  await worker.query(`
    insert into faheng.measure_task (region, matter, measure, body, asked, due, stage, overdue)
    select $1, 'task-' || n, 1 + n % 50, case when n % 30 = 0 then 'scjg' else 'b' || n % 30 end, make_date(2017 + n % 10, 1, 10), make_date(2017 + n % 10, 1 + n % 12, 28), 'asked', false
    from generate_series(1, 1000) n`, [region])
}
