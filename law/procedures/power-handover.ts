import { cite } from '../citation.ts'
import { allReceived } from '../guards/township.ts'
import { bodiesDiffer, casesListed, powerMoved } from '../guards/handover.ts'
import { newMatter } from '../new-matter.ts'
import { day, list, payload, ref, text } from '../payload.ts'
import { actsOn, type By, type Procedure } from '../procedure.ts'
import { closedLate } from '../rules/closed-late.ts'
import { isDay } from '../time/day.ts'
import { workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { allReceivedIn, handingOverActs, type HandsOver } from './handing-over.ts'
import { files, reason } from './penalty-fields.ts'

/**
 * 职权划转 between departments (处罚法 18(2), R30): the catalogue says who holds the power from when; this is how the open cases
 * follow it, by a list of the one side and a receipt of the other, upon which each case goes over itself (`move-with-power`).
 */
export interface PowerHandover extends HandsOver {
  readonly document?: string
}

const { power } = actsOn<PowerHandover>()

const article = cite('行政处罚法', 18, 2)
/** 司法行政部门 of the county. */
const bureau: By = { post: 'supervisor', of: 'county' }

const begin = payload({
  from: ref('body', words('移交机关', 'The body that gives')),
  to: ref('body', words('承接机关', 'The body that takes over')),
  document: text(words('划转决定的名称、文号', 'The decision and its number'), { max: 300 }),
  on: day(words('划转日期', 'The power moves on')),
  items: list(words('划转的事项', 'Items'), ref('county-item', words('事项', 'Item')), { min: 1, max: 200 }),
  files,
})

export const powerHandover: Procedure<PowerHandover> = {
  name: 'power-handover',
  title: words('职权划转案件交接', 'Cases follow a power'),
  article,
  stages: {
    preparation: words('拟定', 'Preparation'),
    'handing-over': words('交接', 'Handing over'),
    'handed-over': words('交接完成', 'Handed over'),
    dropped: words('不再交接', 'Dropped'),
  },
  endings: ['handed-over', 'dropped'],
  first: ['begin-handover'],
  begin: (place) => newMatter('preparation', place),
  asks: (state, act) => {
    const told = (act.payload ?? {}) as { readonly items?: readonly string[] }
    const { from: body, items = [] } = state.handingOver ?? {}
    return { certificates: [], reviewers: [], items: [], parties: [], earlier: [], catalogue: told.items ?? items, ...(body === undefined ? {} : { openCases: { body, items } }) }
  },
  clocks: {
    'hand-over': { title: words('案件交接', 'Handing the cases over'), article, period: workdays(15), whose: 'body' },
  },
  lapses: {},
  rules: [
    {
      id: 'power-hand-over-late',
      article,
      title: words('职权划转案件交接逾期', 'Cases handed over late'),
      severity: 'slight',
      finds: (after, act) => closedLate('hand-over', after, act.occurredAt, act.kind === 'receive-cases'),
    },
  ],
  acts: {
    'begin-handover': power({
      title: words('登记职权划转', 'Enter the move of a power'),
      article,
      from: 'preparation',
      to: 'handing-over',
      by: bureau,
      payload: begin,
      guards: [bodiesDiffer, powerMoved],
      opens: [{ clock: 'hand-over', subjects: (_, { from }) => [from], from: (_, { on }) => (isDay(on) ? on : undefined) }],
      awaited: (state) => state.stage === 'preparation',
      apply: (state, act) => {
        const { from, to, document, items } = act.payload
        return { ...state, document, counterpart: from, handingOver: { from, to, items: [...new Set(items)] } }
      },
    }),

    ...handingOverActs<PowerHandover>({ article, listComplete: casesListed, open: (_, { openCases = [] }) => [...new Set(openCases.map(({ matter }) => matter))] }),

    'close-handover': power({
      title: words('办结交接', 'Close the hand-over'),
      article,
      from: 'handing-over',
      to: 'handed-over',
      by: bureau,
      payload: payload({ files }),
      guards: [allReceived],
      awaited: (state) => state.stage === 'handing-over' && allReceivedIn(state),
    }),

    'drop-handover': power({
      title: words('不再交接', 'Drop the hand-over'),
      article,
      from: 'handing-over',
      to: 'dropped',
      by: bureau,
      suits: () => false,
      closes: [{ clock: 'hand-over', subjects: () => ['*'] }],
      payload: payload({ reason }),
    }),
  },
}
