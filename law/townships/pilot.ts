import { cite, type Citation } from '../citation.ts'
import { addDays, daysBetween, type Day } from '../time/day.ts'
import { words, type Words } from '../words.ts'

/** 乡镇行政执法规范化试点 (measures 27, 28): what a pilot is brought up to, read from registers where they know it, ticked with proof where not. */
export interface PilotPoint {
  readonly id: string
  readonly title: Words
  readonly article: Citation
  /** What of the township decides it; absent: a supervisor ticks it and says what proves it. */
  readonly holds?: (standing: PilotStanding) => boolean
}

/** A township as the registers have it on the day. */
export interface PilotStanding {
  readonly certified: number
  readonly powers: number
  readonly reviewers: number
  readonly remedy: boolean
}

const point = (id: string, article: Citation, zh: string, en: string, holds?: PilotPoint['holds']): PilotPoint => ({ id, article, title: words(zh, en), ...(holds ? { holds } : {}) })

export const pilotPoints: readonly PilotPoint[] = [
  point('powers', cite('行政处罚法', 24, 1), '赋权事项已登记，依据公布的省级决定', 'Powers registered from a published provincial decision', ({ powers }) => powers > 0),
  point('certified', cite('行政处罚法', 42, 1), '持证执法人员两名以上', 'Two certified officers or more', ({ certified }) => certified >= 2),
  point('reviewer', cite('行政处罚法', 58, 2), '有法制审核人员', 'A legal reviewer', ({ reviewers }) => reviewers > 0),
  point('remedy', cite('行政处罚法', 59, 1, 5), '复议机关和管辖法院已配置', 'Review organ and court are set', ({ remedy }) => remedy),
  point('unit', cite('行政处罚法', 24, 2), '综合行政执法队统一指挥，有固定办案场所和询问室', 'One enforcement unit under one command, with rooms to work and interview in'),
  point('recording', cite('行政处罚法', 47), '执法记录仪等全过程记录设备配备到位', 'Equipment to record the whole process'),
  point('disclosure', cite('行政处罚法', 39), '事项、依据、程序、救济渠道在办事场所公示', 'Items, bases, procedure and remedies are posted where people come'),
  point('archive', cite('行政处罚法', 47), '案卷一案一档，有专人保管', 'One file a case, kept by a named person'),
  point('training', cite('行政处罚法', 24, 2), '部门完成业务培训和跟班带教', 'Departments have trained the people and taken them along'),
  point('coordination', cite('行政处罚法', 26), '与县级部门的移送、协助、检测鉴定机制已建立', 'Transfer, assistance and testing are arranged with the departments'),
  point('supervision', cite('行政处罚法', 75, 1), '司法所协助监督，案卷每半年评查', 'The justice office helps to supervise; files are reviewed every half year'),
]

/** The same length of time before the pilot began as since then, a year at most: what is put side by side. */
export function pilotPeriods(from: Day, until: Day): { readonly before: readonly [Day, Day]; readonly after: readonly [Day, Day] } {
  const length = Math.min(Math.max(daysBetween(from, until), 0), 364)
  return { before: [addDays(from, -1 - length), addDays(from, -1)], after: [addDays(until, -length), until] }
}

/** Measure 27: one or two at a time. */
export const pilotsAtMost = 2
