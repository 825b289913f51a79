import type { Citation } from '../citation.ts'
import type { Facts } from '../facts.ts'
import { list, optional, payload, ref, text } from '../payload.ts'
import { actsOn, type Guard, type MatterState } from '../procedure.ts'
import { words } from '../words.ts'
import { files } from './penalty-fields.ts'

/** Open cases go from one body to another with the power (R30): the one lists them, the other signs for each. */
export interface HandsOver extends MatterState {
  readonly handingOver?: HandingOver
}

export interface HandingOver {
  readonly from: string
  readonly to: string
  readonly items: readonly string[]
  readonly listed?: readonly string[]
  readonly received?: readonly string[]
}

export const allReceivedIn = ({ handingOver }: HandsOver): boolean => handingOver?.received !== undefined && (handingOver.listed ?? []).every((matter) => handingOver.received?.includes(matter))

const matters = list(words('案件', 'Cases'), ref('matter', words('案件', 'Case')), { max: 200 })

interface Spec<S> {
  readonly article: Citation
  readonly listComplete: Guard<S>
  /** The open cases of these items that the giving body has. */
  readonly open: (state: S, facts: Facts) => readonly string[]
}

/** List and receipt: each side acts while it is the matter's counterpart. */
export function handingOverActs<S extends HandsOver>({ article, listComplete, open }: Spec<S>) {
  const { fact } = actsOn<S>()
  const by = { post: ['head', 'unit-head'], of: 'counterpart', heads: 'any' } as const
  const toList = ({ handingOver }: S): boolean => handingOver !== undefined && handingOver.listed === undefined
  const toReceive = (state: S): boolean => state.handingOver?.listed !== undefined && !allReceivedIn(state)
  return {
    'hand-over-cases': fact({
      title: words('移交未结案件', 'Hand the open cases over'),
      article,
      by,
      payload: payload({ matters, note: optional(text(words('案卷、证据、涉案财物移交说明', 'Files, evidence and things handed over'), { max: 2000, rows: 3 })), files }),
      guards: [listComplete],
      suits: toList,
      awaited: toList,
      prefill: (state, facts) => ({ matters: open(state, facts) }),
      apply: (state, act) => {
        const { handingOver } = state
        return handingOver === undefined || handingOver.listed !== undefined ? state : { ...state, counterpart: handingOver.to, handingOver: { ...handingOver, listed: act.payload.matters } }
      },
    }),

    'receive-cases': fact({
      title: words('接收案件', 'Receive the cases'),
      article,
      by,
      payload: payload({ matters, missing: optional(text(words('缺件、不符情况', 'What is missing or differs'), { max: 2000, rows: 3 })), files }),
      closes: [{ clock: 'hand-over', subjects: (after) => (after.handingOver?.received ? [after.handingOver.from] : []) }],
      suits: toReceive,
      awaited: toReceive,
      prefill: ({ handingOver }) => ({ matters: handingOver?.listed ?? [] }),
      apply: (state, act) => {
        const { handingOver } = state
        return handingOver?.listed === undefined ? state : { ...state, handingOver: { ...handingOver, received: [...new Set([...(handingOver.received ?? []), ...act.payload.matters])] } }
      },
    }),
  }
}
