import { cite } from '../citation.ts'
import { ableToAct, allReceived, decisionPublished, departmentsPower, itemsOfGrant, listComplete, notGrantedYet, successorOther, townshipKnown } from '../guards/township.ts'
import { choice, day, list, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type Applied, type By, type JudgedAct, type Procedure } from '../procedure.ts'
import { townshipRules } from '../rules/township.ts'
import type { Day } from '../time/day.ts'
import { workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { allReceivedIn, handingOverActs } from './handing-over.ts'
import { files, opinion, reason } from './penalty-fields.ts'
import { grantRows, newTownshipCase, toldIn, type GrantedItem, type TownshipCase } from './township-case.ts'

/**
 * 乡镇赋权 (处罚法 24, R30, R31): the province decides, the county's bureau enters its decision, the township takes the power over.
 * Given to the township alone, the power is no longer the department's there. Ended, it blocks new exercise and never the
 * finishing of what was begun; open cases go over by a list of the one side and a receipt of the other.
 */

const { power } = actsOn<TownshipCase>()

/** 司法行政部门 of the county. */
const bureau: By = { post: 'supervisor', of: 'county' }
const otherSide: By = { post: ['head', 'unit-head'], of: 'counterpart', heads: 'any' }

const article = cite('行政处罚法', 24, 1)

const items = (zh: string, en: string, min: number) => list(words(zh, en), ref('county-item', words('事项', 'Item')), { min, max: 60 })
const document = text(words('省级决定的名称、文号', 'The province’s decision and its number'), { max: 300 })
const publishedOn = day(words('决定公布日期', 'Published on'))
const where = text(words('公布载体', 'Published where'), { max: 200 })

const finishes = yes(words('决定载明乡镇已立案件由乡镇办结', 'The decision lets the township finish what it had filed'))

const prepare = payload({
  township: ref('township', words('承接的乡镇（街道）', 'Township')),
  document,
  publishedOn,
  where,
  exclusive: choice(words('行使方式', 'How it is held'), {
    exclusive: words('由乡镇行使，部门不再行使', 'By the township alone'),
    concurrent: words('乡镇与部门均可行使，先立案的管辖', 'By both: who files first'),
  }),
  from: day(words('生效日期', 'From')),
  items: items('赋予的事项', 'Items', 1),
  departmentFinishes: yes(words('决定载明部门已立案件由部门办结', 'The decision lets the department finish what it had filed')),
  files,
})

const adjust = payload({
  document, publishedOn,
  where: optional(where),
  from: day(words('调整生效日期', 'From')),
  items: items('增加的事项', 'Items added', 0),
  ending: items('停止的事项', 'Items ended', 0),
  townshipFinishes: optional(finishes),
  files,
})

const withdraw = payload({
  document, publishedOn,
  until: day(words('停止行使日期', 'The power ends on')),
  successor: ref('body', words('收回后行使处罚权的机关', 'The body that holds it afterwards')),
  townshipFinishes: finishes,
  files,
})

export const townshipGrant: Procedure<TownshipCase> = {
  name: 'township-grant',
  title: words('乡镇赋权', 'Powers given to a township'),
  article,
  stages: {
    preparation: words('拟定', 'Preparation'),
    acceptance: words('待承接确认', 'Before the township'),
    ready: words('待生效登记', 'To be put into force'),
    granted: words('赋权生效', 'In force'),
    'handing-over': words('收回交接', 'Withdrawn, handing over'),
    withdrawn: words('已收回', 'Withdrawn'),
    dropped: words('未赋权', 'Not granted'),
  },
  endings: ['withdrawn', 'dropped'],
  first: ['prepare-grant'],
  begin: newTownshipCase,
  asks: (state, act) => {
    const told = toldIn(act.payload)
    const township = told.township ?? state.township
    return {
      certificates: [], reviewers: [], items: [], parties: [], earlier: [],
      catalogue: [...new Set([...state.entries.map(({ item }) => item), ...told.items])].sort(),
      townships: township === undefined ? [] : [township],
    }
  },
  clocks: {
    'hand-over': { title: words('案件交接', 'Handing the cases over'), article, period: workdays(15), whose: 'body' },
  },
  lapses: {},
  rules: townshipRules,
  acts: {
    'prepare-grant': power({
      title: words('登记省级赋权决定', 'Enter the province’s decision'),
      article,
      from: 'preparation',
      to: 'acceptance',
      by: bureau,
      payload: prepare,
      proposes: true,
      guards: [decisionPublished, townshipKnown, departmentsPower, notGrantedYet],
      awaited: (state) => state.stage === 'preparation',
      // R31: given to the township alone unless the decision says otherwise. Sent back, the form keeps what it said.
      prefill: ({ township, document: decision, publishedOn: published, where: place, exclusive, from, departmentFinishes, entries }) => ({
        exclusive: exclusive ? 'exclusive' : 'concurrent', departmentFinishes,
        ...(township === undefined ? {} : { township, document: decision, publishedOn: published, ...(place === undefined ? {} : { where: place }), from, items: entries.map(({ item }) => item) }),
      }),
      apply: prepared,
    }),

    'accept-grant': power({
      title: words('乡镇确认承接', 'The township takes it over'),
      article,
      from: 'acceptance',
      to: 'ready',
      by: otherSide,
      payload: payload({ staffing: text(words('承接机构、人员、装备和保障', 'Unit, people, equipment and means'), { max: 2000, rows: 3 }), opinion, files }),
      guards: [ableToAct],
      awaited: (state) => state.stage === 'acceptance',
    }),

    'decline-grant': power({
      title: words('乡镇反馈不具备承接条件', 'The township is not able to'),
      article,
      from: 'acceptance',
      to: 'preparation',
      by: otherSide,
      payload: payload({ reason, files }),
    }),

    'put-into-force': power({
      title: words('赋权生效登记', 'Put the grant into force'),
      article,
      from: 'ready',
      to: 'granted',
      by: bureau,
      payload: payload({ files }),
      guards: [ableToAct, departmentsPower, notGrantedYet],
      opens: [{ clock: 'hand-over', subjects: (after) => (after.handingOver ? [after.handingOver.from] : []) }],
      awaited: (state) => state.stage === 'ready',
      apply: (state, act) => {
        const { department, receiver, exclusive, departmentFinishes } = state
        const after: TownshipCase = { ...state, inForceBy: act.id }
        return written(exclusive && !departmentFinishes && department && receiver ? handing(after, department, receiver, state.entries) : after)
      },
    }),

    'adjust-grant': power({
      title: words('调整赋权事项', 'Adjust the grant'),
      article,
      from: 'granted',
      by: bureau,
      payload: adjust,
      guards: [decisionPublished, itemsOfGrant, departmentsPower, notGrantedYet, allReceived],
      opens: [{ clock: 'hand-over', subjects: (after) => (after.handingOver ? [after.handingOver.from] : []) }],
      apply: adjusted,
    }),

    'withdraw-grant': power({
      title: words('收回赋权', 'Withdraw the grant'),
      article,
      from: 'granted',
      to: 'handing-over',
      by: bureau,
      payload: withdraw,
      guards: [decisionPublished, successorOther, allReceived],
      opens: [{ clock: 'hand-over', subjects: (after) => (after.handingOver ? [after.handingOver.from] : []) }],
      apply: (state, act) => {
        const { until, townshipFinishes = false } = toldIn(act.payload)
        const { successor } = act.payload
        if (until === undefined || typeof successor !== 'string') return state
        const ended: TownshipCase = { ...state, successor, entries: state.entries.map((each) => (each.until === undefined ? endedOn(each, until, townshipFinishes) : each)) }
        const going = state.entries.filter((each) => each.until === undefined)
        return written(townshipFinishes || state.receiver === undefined ? ended : handing(ended, state.receiver, successor, going))
      },
    }),

    ...handingOverActs<TownshipCase>({
      article,
      listComplete,
      open: ({ handingOver, township }, facts) =>
        [...new Set((facts.townships?.[township ?? '']?.open ?? []).filter((each) => each.body === handingOver?.from && handingOver.items.includes(each.item)).map(({ matter }) => matter))],
    }),

    'close-hand-over': power({
      title: words('办结收回', 'Close the withdrawal'),
      article,
      from: 'handing-over',
      to: 'withdrawn',
      by: bureau,
      payload: payload({ files }),
      guards: [allReceived],
      awaited: (state) => state.stage === 'handing-over' && (state.handingOver === undefined || allReceivedIn(state)),
    }),

    'drop-grant': power({
      title: words('不再赋权', 'Drop the grant'),
      article,
      from: ['preparation', 'acceptance', 'ready'],
      to: 'dropped',
      by: bureau,
      payload: payload({ reason }),
    }),
  },
}

const handing = (state: TownshipCase, from: string, to: string, going: readonly GrantedItem[]): TownshipCase => ({ ...state, counterpart: from, handingOver: { from, to, items: going.map(({ item }) => item) } })

const endedOn = (entry: GrantedItem, until: Day, finishing: boolean): GrantedItem => ({ ...entry, until, ...(finishing ? { finishes: true as const } : {}) })

const written = (state: TownshipCase): Applied<TownshipCase> => ({ state, effects: grantRows(state) })

function prepared(state: TownshipCase, act: JudgedAct<unknown>): TownshipCase {
  const { township, document: decision, publishedOn: published, where: place, from, items: given, departmentFinishes = false, ...told } = toldIn(act.payload)
  const receiver = act.facts.townships?.[township ?? '']?.body
  const department = act.facts.catalogue?.[given[0] ?? '']?.body
  if (township === undefined || decision === undefined || from === undefined || published === undefined) return state
  const exclusive = told.exclusive !== 'concurrent'
  return {
    ...state, township, document: decision, publishedOn: published, ...(place === undefined ? {} : { where: place }), from, exclusive, departmentFinishes,
    ...(receiver === undefined ? {} : { receiver, counterpart: receiver }), ...(department === undefined ? {} : { department }),
    entries: [...new Set(given)].map((item) => ({ item, from, exclusive, document: decision, publishedOn: published, ...(place === undefined ? {} : { where: place }) })),
  }
}

function adjusted(state: TownshipCase, act: JudgedAct<unknown>): Applied<TownshipCase> {
  const { document: decision, publishedOn: published, where: place, from, items: given, ending, townshipFinishes = false } = toldIn(act.payload)
  if (decision === undefined || from === undefined) return { state }
  const added = [...new Set(given)].map((item): GrantedItem => ({
    item, from, exclusive: state.exclusive, document: decision, ...(published === undefined ? {} : { publishedOn: published }), ...(place === undefined ? {} : { where: place }),
  }))
  const kept = state.entries.map((each) => (ending.includes(each.item) && each.until === undefined ? endedOn(each, from, townshipFinishes) : each))
  const after: TownshipCase = { ...state, entries: [...kept, ...added] }
  const { department, receiver } = state
  if (department === undefined || receiver === undefined) return written(after)
  const going = state.entries.filter(({ item }) => ending.includes(item))
  if (going.length > 0) return written(townshipFinishes ? after : handing(after, receiver, department, going))
  return written(state.exclusive && !state.departmentFinishes && added.length > 0 ? handing(after, department, receiver, added) : after)
}
