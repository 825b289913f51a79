import { region as demoRegion } from './demo/bodies.ts'
import type { OpenDatabase } from './platform/database/open.ts'
import { run, statement } from './platform/database/run.ts'

export interface FoundCounty {
  readonly region: string
  /** The demonstration lives here, or may be loaded. */
  readonly demonstration: boolean
}

/**
 * The county this process serves: the one the database has, or on an empty one, outside production, the demonstration's. A county
 * that is not a demonstration is never mixed with one.
 * @throws in production: no county yet, or a demonstration with its default passwords
 */
export async function findCounty({ pools: { worker } }: OpenDatabase, production: boolean): Promise<FoundCounty> {
  const counties = await run<FoundCounty>(worker, statement(`
    select r.region, s.name is not null as demonstration from faheng.region r
    left join faheng.setting s on s.region = r.region and s.name = 'demonstration' order by r.region`))
  if (production) {
    if (counties.some(({ demonstration }) => demonstration))
      throw new Error('production does not start: this database holds the demonstration county, whose accounts have a default password')
    const [first] = counties
    if (first === undefined) throw new Error('production does not start: there is no county yet; faheng admin create --region CODE --region-name NAME begins one')
    return first
  }
  // A first start may have been interrupted before the demonstration left its mark.
  const [first] = counties.filter(({ region, demonstration }) => demonstration || region !== demoRegion.id)
  if (first !== undefined) return first
  await run(worker, statement('insert into faheng.region (region, name) values ($1, $2) on conflict do nothing'), [demoRegion.id, demoRegion.name])
  return { region: demoRegion.id, demonstration: true }
}
