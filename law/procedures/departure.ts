import type { Static } from 'typebox'
import { cite } from '../citation.ts'
import { cardBack, devicesBack, leaverOfBody, mattersBack } from '../guards/departure.ts'
import { choice, day, group, list, optional, payload, ref, text } from '../payload.ts'
import { actsOn, type Applied, type By, type JudgedAct, type Procedure } from '../procedure.ts'
import { departureRules } from '../rules/departure.ts'
import { dayOf, endOfDay, isDay } from '../time/day.ts'
import { workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { departureRow, newDeparture, type DepartureLife } from './departure-life.ts'
import { files, reason } from './penalty-fields.ts'

/**
 * 执法人员离岗 (measure 12, R34): who is transferred, resigns, is dismissed, retires or dies has no post, no access and no
 * certificate from that day. Devices, card and matters come back; until then the departure stays open.
 */

const { power, fact } = actsOn<DepartureLife>()

const office: By = { post: ['head', 'unit-head', 'receiving-clerk'], of: 'body' }
const article = cite('行政处罚法', 42, 1)

const departureGrounds = {
  transfer: words('调离', 'Transferred'),
  resignation: words('辞职', 'Resigned'),
  dismissal: words('辞退、开除', 'Dismissed'),
  retirement: words('退休', 'Retired'),
  death: words('死亡', 'Died'),
} as const

const record = payload({
  person: ref('officer', words('离岗人员', 'Who leaves')),
  ground: choice(words('事由', 'Ground'), departureGrounds),
  eventOn: day(words('离岗日期', 'Leaves on'), { hint: words('以后的日期，自该日24时起生效', 'A later day takes effect at its end') }),
  document: optional(text(words('任免、离职文件', 'Document'), { personal: true, max: 200 })),
  files,
})

const open = (state: DepartureLife): boolean => state.stage === 'leaving'

export const departure: Procedure<DepartureLife> = {
  name: 'departure',
  title: words('执法人员离岗', 'Departure of an officer'),
  article,
  stages: {
    event: words('事由发生', 'Event'),
    leaving: words('办理交接', 'Handing over'),
    completed: words('交接完毕', 'Handed over'),
    withdrawn: words('登记有误，已撤销', 'Withdrawn'),
  },
  endings: ['completed', 'withdrawn'],
  detours: ['withdrawn'],
  first: ['record-departure'],
  begin: newDeparture,
  asks: (state, act) => {
    const { person = state.person } = (act.payload ?? {}) as { readonly person?: string }
    return { certificates: person === undefined ? [] : [person], reviewers: [], items: [], parties: [], earlier: [] }
  },
  clocks: {
    'hand-over': { title: words('离岗交接', 'Handing over'), article, period: workdays(5), whose: 'body' },
  },
  lapses: {},
  rules: departureRules,
  acts: {
    'record-departure': fact({
      title: words('登记离岗', 'Record a departure'),
      article,
      by: office,
      payload: record,
      guards: [leaverOfBody],
      opens: ['hand-over'],
      suits: (state) => state.stage === 'event',
      awaited: (state) => state.stage === 'event',
      apply: left,
    }),

    'return-devices': fact({
      title: words('交回执法装备、账号载体', 'Devices returned'),
      article,
      by: office,
      payload: payload({ devices: text(words('交回清单（没有的写“无”）', 'What came back, or “none”'), { personal: true, rows: 2, max: 500 }), returnedOn: day(words('交回日期', 'On')), files }),
      suits: open,
      awaited: (state) => open(state) && state.devicesReturned === undefined,
      prefill: (state) => ({ returnedOn: state.eventOn }),
      apply: (state, act) => ({ ...state, devicesReturned: act.payload.returnedOn }),
    }),

    'return-leavers-card': fact({
      title: words('收回执法证件', 'Certificate card returned'),
      article,
      by: office,
      payload: payload({ returnedOn: day(words('收回日期', 'On')), note: optional(text(words('未能收回的，说明去向', 'If it did not come back, where it is'), { personal: true, max: 200 })), files }),
      suits: open,
      awaited: (state) => open(state) && state.cardReturned === undefined,
      prefill: (state) => ({ returnedOn: state.eventOn }),
      apply: (state, act) => ({ ...state, cardReturned: act.payload.returnedOn }),
    }),

    /** What was handed to whom; in each case the unit head replaces the officer himself (R21). */
    'hand-over-matters': fact({
      title: words('移交在办事项', 'Matters handed over'),
      article,
      by: office,
      payload: payload({
        matters: list(words('移交的案件', 'Matters'), group(words('案件', 'Matter'), { matter: ref('matter', words('案件', 'Matter')), to: ref('officer', words('接收人', 'To')) }), { max: 200 }),
        other: optional(text(words('其他事项、材料', 'Other work and papers'), { personal: true, rows: 2, max: 1000 })),
        handedOn: day(words('移交日期', 'On')),
        files,
      }),
      suits: open,
      awaited: (state) => open(state) && state.handedOver === undefined,
      prefill: (state) => ({ matters: [], handedOn: state.eventOn }),
      apply: (state, act) => ({ ...state, handedOver: act.payload.handedOn }),
    }),

    'complete-departure': power({
      title: words('确认交接完毕', 'Confirm that all is handed over'),
      article,
      from: 'leaving',
      to: 'completed',
      by: { post: ['head', 'unit-head'], of: 'body' },
      payload: payload({ note: optional(text(words('说明', 'Note'), { personal: true, max: 500 })) }),
      guards: [devicesBack, cardBack, mattersBack],
      closes: ['hand-over'],
      awaited: (state) => open(state) && [state.devicesReturned, state.cardReturned, state.handedOver].every((each) => each !== undefined),
    }),

    /** He did not leave: posts and certificate stand again from this instant on, what was refused between stays refused. */
    'withdraw-departure': power({
      title: words('撤销离岗登记', 'Withdraw the departure'),
      article,
      from: 'leaving',
      to: 'withdrawn',
      by: { post: 'head', of: 'body', heads: 'any' },
      payload: payload({ reason, files }),
      closes: ['hand-over'],
      suits: () => false,
      apply: (state) => {
        const { endedAt: _ended, ...rest } = state
        return written(rest)
      },
    }),
  },
}

const written = (state: DepartureLife): Applied<DepartureLife> => ({ state, effects: departureRow(state) })

/** On the day itself at the instant it is told; an earlier day ended at its end, a later one is announced. The first record counts; a wrong one is withdrawn. */
function left(state: DepartureLife, act: JudgedAct<Static<typeof record>>): Applied<DepartureLife> {
  const { person, ground, eventOn } = act.payload
  if (state.person !== undefined || typeof person !== 'string' || typeof ground !== 'string' || typeof eventOn !== 'string' || !isDay(eventOn)) return { state }
  const endedAt = eventOn === dayOf(act.occurredAt) ? act.occurredAt : endOfDay(eventOn)
  return written({ ...state, stage: 'leaving', person, ground, eventOn, endedAt, parties: [{ id: person, role: 'leaver' }] })
}
