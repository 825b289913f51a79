import type { Static } from 'typebox'
import type { goodsFields } from '@faheng/law/documents/parts/goods.ts'
import { dayText } from '@faheng/law/documents/present.ts'
import type { HeldThing } from '@faheng/law/procedures/penalty-found.ts'
import { holdersOf } from '@faheng/law/procedures/penalty-lots.ts'
import { carryOutSeizure } from '@faheng/law/procedures/penalty-measures.ts'
import { proposeRegistration, registerEvidence } from '@faheng/law/procedures/penalty-payloads.ts'
import { takeSample } from '@faheng/law/procedures/penalty-samples.ts'
import { toldIn, type CaseFile } from './file.ts'

interface Thing {
  readonly id: string
  readonly party: string
  readonly name: string
  readonly quantity: string
}

/** A thing as it was registered: whose, what, how many. */
export function thingOf(file: CaseFile, id: string): Thing | undefined {
  const told = [
    ...toldIn(file, 'propose-registration', proposeRegistration),
    ...toldIn(file, 'register-evidence', registerEvidence),
    ...toldIn(file, 'carry-out-seizure', carryOutSeizure),
    ...toldIn(file, 'take-sample', takeSample),
  ].flatMap(({ told: { party, things } }) =>
    things.map((thing) => ({ id: thing.id, party, name: thing.name || '物品', quantity: `${numberText(thing.quantity)}${thing.unit}` })),
  )
  return told.findLast((each) => each.id === id)
}

interface Listed {
  readonly name: string
  readonly model?: string
  readonly quantity: number
  readonly unit: string
  readonly state?: string
}

/** 物品清单 of things as an act named them. */
export const goodsFieldsOf = (things: readonly Listed[]): Static<typeof goodsFields> =>
  things.map(({ name, model, quantity, unit, state }) => ({
    name: name || '物品',
    ...(model ? { specification: model } : {}),
    quantity: numberText(quantity),
    unit,
    ...(state ? { condition: state } : {}),
  }))

const numberText = (n: number): string => (Number.isFinite(n) ? String(n) : '')

/** Whether a paper about this thing goes to whom it is written to here. */
export const isFrom = ({ state, subject }: CaseFile, thing: HeldThing): boolean => holdersOf(state, [thing]).includes(subject)

/** 涉案财物处理 (R9): every thing held from a party, or from all, with what becomes of it. */
export function goodsOf(file: CaseFile, party?: string): string[] {
  return file.state.held.flatMap((held) => {
    const thing = thingOf(file, held.id)
    const from = held.party ?? thing?.party
    if (party !== undefined && from !== undefined && from !== party) return []
    const what = `${takenBy[held.measure ?? 'registered']}的${thing ? `${thing.name}${thing.quantity}` : '物品'}`
    return [`${what}，${fate(held)}`]
  })
}

const takenBy = { registered: '先行登记保存', sealed: '查封', seized: '扣押', sampled: '抽样取证' } as const

const fate = ({ disposal, carriedOut }: HeldThing): string =>
  `${fates[disposal ?? ''] ?? '尚待处理'}${carriedOut ? `，已于${dayText(carriedOut)}执行` : ''}`

const fates: Readonly<Record<string, string>> = {
  return: '予以返还',
  confiscate: '依法予以没收',
  destroy: '依法予以销毁',
  sell: '依法予以拍卖、变卖',
  'used-up': '已经检验耗用',
  sample: '送交检验、鉴定',
  'hand-over': '移送有关部门处理',
  seize: '依法查封、扣押',
}
