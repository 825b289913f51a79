import type { Static } from 'typebox'
import type { LineAnswer, LineRequest } from '@faheng/api/discretion.ts'
import { rangeIn } from '@faheng/law/discretion/standard.ts'
import { dayOf, isDay } from '@faheng/law/time/day.ts'
import { words } from '@faheng/law/words.ts'
import type { Context } from '../../platform/context.ts'
import { run, statement } from '../../platform/database/run.ts'
import { Malformed, NotFound } from '../../platform/errors.ts'
import type { Session } from '../../platform/identity/session.ts'
import { once } from '../../platform/verbs.ts'
import { itemOn } from '../items-on.ts'
import { registers } from '../registers/index.ts'
import { writeEntry } from '../registers/write.ts'
import { confirmsFor } from './confirm.ts'

/**
 * One line of a benchmark by hand (处罚法 34): published before it is used (34, second sentence), its range read from its own words
 * and compared with the branch it spells out; above the maximum, or below the minimum and no mitigation, it is refused. With `line`
 * it takes that line's place from its first day on. @throws NotFound, Malformed naming the field
 */
export async function enterLine(context: Context, session: Session, { id, ...content }: Static<typeof LineRequest>): Promise<Static<typeof LineAnswer>> {
  const bodies = confirmsFor(session)
  const { region, person } = session
  const { item, line, tier, rank, circumstances, standard, branch, mitigation, maker, published, from, until } = content
  for (const [name, day] of Object.entries({ published, from, until })) if (day !== undefined && !isDay(day)) throw new Malformed(`/${name}`, words('没有这一天', 'There is no such day'))
  if (published > from) throw new Malformed('/published', words('裁量基准应当先向社会公布（处罚法第三十四条）', 'A benchmark is published before it is used (Penalty Law art. 34)'))
  if (until !== undefined && until <= from) throw new Malformed('/until', words('失效日期应在施行日期之后', 'It ends after it begins'))
  const read = rangeIn(standard)
  if ('unread' in read) throw new Malformed('/standard', read.unread)
  const { result } = await once(context, { id, name: 'enter-benchmark', region, person, content }, async (client, at) => {
    const norm = await itemOn(client, region, item, from)
    if (norm === undefined || (bodies !== null && !bodies.includes(norm.body))) throw new NotFound()
    const register = registers.find(({ kind }) => kind === 'benchmark')
    if (register === undefined) throw new Error('there is no register of benchmarks')
    await run(client, statement('select pg_advisory_xact_lock(hashtextextended($1, 0))'), [`register ${region} benchmark`])
    if (line !== undefined) {
      const held = await run(client, statement('select 1 from faheng.benchmark_version where region = $1 and benchmark = $2 and item = $3 and body = $4 limit 1'), [region, line, item, norm.body])
      if (held.length === 0) throw new NotFound()
    }
    const benchmark = line ?? `${norm.body}.${id}`
    const entry = {
      benchmark, item, body: norm.body, tier, rank, circumstances, standard, branch, mitigation, range: read.range, violation: norm.title, bases: norm.bases.map(({ citation }) => citation),
      published, validFrom: from, ...(maker === undefined ? {} : { maker }), ...(until === undefined ? {} : { validUntil: until }), details: { entered: { by: person, on: dayOf(at) } },
    }
    try {
      await writeEntry(client, region, register, entry, at)
    } catch (error) {
      throw error instanceof Malformed && error.field === '' ? new Malformed('/standard', error.words) : error
    }
    return { benchmark }
  })
  return result
}
