import { createHash } from 'node:crypto'
import type { CountyPlan, MeasureChange, PlannedMeasure } from '@faheng/law/measures/plan.ts'
import { qualities } from '@faheng/law/measures/quantity.ts'
import { addDays, dayOf, isDay, type Day } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { requirePost } from '../people/index.ts'
import { reading } from '../platform/access/scope.ts'
import type { Context } from '../platform/context.ts'
import { Malformed } from '../platform/errors.ts'
import type { Session } from '../platform/identity/session.ts'
import { isArchive, readWorkbook } from '../platform/tables/read-office.ts'
import { readTable, UnreadableTable, writeTable } from '../platform/tables/read-table.ts'
import { once } from '../platform/verbs.ts'
import { bodyNames, earlier, faultOf, saysAlready, writeVersion } from './change.ts'
import { bodiesOn, planOn } from './figures.ts'

const columns = ['编号', '部分', '任务', '名称', 'Title', '要求', 'Demand', '责任单位', '周期', '每年期限', '本轮起', '本轮止', '指标', '指标说明', 'Why', '目标', '已确认', '终止', '生效日期'] as const
type Column = (typeof columns)[number]
const columnOf: Readonly<Record<keyof MeasureChange, Column>> = {
  title: '名称', demand: '要求', part: '部分', group: '任务', bodies: '责任单位', period: '周期', yearly: '每年期限', term: '本轮止', live: '指标', confirmed: '已确认', target: '目标', ended: '终止',
}

/** The county's plan from a table: good rows become versions, each bad cell is named. The same file again changes nothing. @throws NotFound, Malformed for no table */
export async function importPlan(context: Context, session: Session, id: string, file: Buffer) {
  requirePost(session, 'supervisor')
  const { rows } = tableOf(file)
  const verb = { id, name: 'import-plan', region: session.region, person: session.person, content: { sha256: createHash('sha256').update(file).digest('hex') } }
  const { result } = await once(context, verb, async (client, at) => {
    const today = dayOf(at)
    const names = await bodyNames(client, session.region)
    const bodies = new Set(names.values())
    const plans = new Map<Day, CountyPlan>()
    const refused: { row: number; column: string; reason: Words }[] = []
    const seen = new Set<number>()
    let changed = 0
    let unchanged = 0
    for (const { row, cells } of rows) {
      const read = readRow(cells, today, names)
      if ('reason' in read) { refused.push({ row, ...read }); continue }
      const { measure, from, change } = read
      const plan = plans.get(from) ?? (await planOn(client, session.region, from))
      plans.set(from, plan)
      const known = plan.measures.find(({ number }) => number === measure)
      const fault = seen.has(measure) ? { field: undefined, reason: words('编号重复。', 'The number is there twice.') } : faultOf(plan, bodies, measure, change)
      if (fault) { refused.push({ row, column: fault.field ? columnOf[fault.field] : '编号', reason: fault.reason }); continue }
      seen.add(measure)
      if (known && saysAlready(known, change)) { unchanged++; continue }
      await writeVersion(client, session, measure, from, change, at)
      changed++
    }
    return { rows: rows.length, changed, unchanged, refused }
  })
  return result
}

/** The plan as it stands, in the columns that the import reads. */
export async function planTable(context: Context, session: Session): Promise<string> {
  const today = dayOf(context.clock())
  const { measures, named } = await reading(() => context.pools.app.connect(), session, async (client) => {
    const [plan, bodies] = await Promise.all([planOn(client, session.region, today), bodiesOn(client, session.region, today)])
    return { measures: plan.measures, named: new Map(bodies.map(({ id, name }) => [id, name])) }
  })
  return writeTable(columns, measures.map(({ number, part, group, title, demand, bodies, yearly, term, unconfirmed, indicators }) => {
    const [first] = indicators
    const live = number > 50 && first.unit === 'percent' ? [first.part.title.zh, first.better.zh, first.better.en] : ['', '', '']
    return [number, part, group, title.zh, title.en, demand.zh, demand.en, bodies.map((each) => named.get(each) ?? each).join('、'), periodIn(indicators), yearly, term?.from ?? '', term?.until ?? '', ...live, first.unit === 'percent' ? first.target : '', unconfirmed ? '否' : '是', '否', '']
  }))
}

const periodWords = { quarter: '季度', year: '年' } as const

/** How often proof is asked for; empty where the figure comes by itself. */
function periodIn(indicators: PlannedMeasure['indicators']): string {
  const hand = indicators.find((each) => each.source === 'none')
  return hand === undefined ? '' : periodWords[hand.period === 'quarter' ? 'quarter' : 'year']
}

function tableOf(file: Buffer) {
  try {
    return isArchive(file) ? readWorkbook(file, ['编号']) : readTable(file, ['编号'])
  } catch (error) {
    if (error instanceof UnreadableTable) throw new Malformed('/file', error.words)
    throw error
  }
}

/** Empty cells say nothing: what they stand for stays as it was. */
function readRow(cells: Readonly<Record<string, string>>, today: Day, names: ReadonlyMap<string, string>): { measure: number; from: Day; change: MeasureChange } | { column: Column; reason: Words } {
  const cell = (column: Column): string | undefined => cells[column]?.trim() || undefined
  const number = (column: Column, least: number, most: number) => {
    const given = cell(column)
    const value = Number(given)
    if (given !== undefined && !(value >= least && value <= most && (column === '目标' || Number.isInteger(value)))) throw new Cell(column, words(`应为${least}至${most}的数。`, `A number from ${least} to ${most}.`))
    return given === undefined ? undefined : value
  }
  const yes = (column: Column): boolean | undefined => {
    const given = cell(column)
    if (given === undefined) return undefined
    if (!['是', '否'].includes(given)) throw new Cell(column, words('填写“是”或者“否”。', 'Write 是 or 否.'))
    return given === '是'
  }
  const period = (column: Column): MeasureChange['period'] => {
    const given = cell(column)
    const found = Object.entries(periodWords).find(([, zh]) => zh === given)?.[0]
    if (given !== undefined && found === undefined) throw new Cell(column, words('填写“季度”或者“年”。', 'Write 季度 or 年.'))
    return found as MeasureChange['period']
  }
  const both = (zh: Column, en: Column): Words | undefined => {
    const text = cell(zh)
    return text === undefined ? undefined : words(text.slice(0, 400), (cell(en) ?? text).slice(0, 400))
  }
  const day = (column: Column): Day | undefined => {
    const given = cell(column)
    const value = given === undefined ? undefined : dayIn(given)
    if (value !== undefined && !isDay(value)) throw new Cell(column, words('日期应写作年-月-日，例如2027-01-01。', 'A day reads YYYY-MM-DD.'))
    return value
  }
  try {
    const measure = number('编号', 1, 999)
    if (measure === undefined) throw new Cell('编号', words('缺少编号。', 'The number is missing.'))
    const bodies = cell('责任单位')?.split(/[、,，;；\s]+/).filter(Boolean).map((each) => names.get(each) ?? each)
    const from = day('生效日期') ?? today
    if (from < today) throw new Cell('生效日期', earlier)
    const [begins, ends, live, yearly] = [day('本轮起'), day('本轮止'), cell('指标'), cell('每年期限')]
    const why = both('指标说明', 'Why')
    if ((begins === undefined) !== (ends === undefined)) throw new Cell(begins ? '本轮止' : '本轮起', words('起止日期应同时填写。', 'A term has both its days.'))
    if (live !== undefined && why === undefined) throw new Cell('指标说明', words('用一句话写明为什么越高越好。', 'Say in one sentence why a higher number is good.'))
    const change = {
      title: both('名称', 'Title'), demand: both('要求', 'Demand'), part: number('部分', 1, 6) as MeasureChange['part'], group: number('任务', 1, 21), bodies,
      period: period('周期'), yearly: yearly === undefined ? undefined : (dayIn(yearly).match(/^\d{4}-(\d\d-\d\d)$/)?.[1] ?? yearly), term: begins && ends ? { from: begins, until: ends } : undefined,
      live: live && why ? { part: qualities.find(({ title }) => title.zh === live)?.id ?? live, better: why } : undefined, target: number('目标', 0.1, 100), confirmed: yes('已确认'), ended: yes('终止'),
    }
    return { measure, from, change: Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) }
  } catch (error) {
    if (error instanceof Cell) return { column: error.column, reason: error.reason }
    throw error
  }
}

class Cell extends Error {
  readonly column: Column
  readonly reason: Words

  constructor(column: Column, reason: Words) {
    super(reason.en)
    this.column = column
    this.reason = reason
  }
}

/** A workbook keeps a day as the number of days since the end of 1899. */
const dayIn = (text: string): string => (/^\d{5}$/.test(text) ? addDays('1899-12-30', Number(text)) : text)
