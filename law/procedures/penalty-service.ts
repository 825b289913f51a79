import { cite } from '../citation.ts'
import { afterItsDocument, announcedAfterAttempts, confirmationSigned, electronicAgreed, enteredInTime, leftWithWitness, paperRendered } from '../guards/service.ts'
import { certificatesValid, teamCertified, twoOfficers } from '../guards/officers.ts'
import { choice, day, optional, payload, ref, text, yes } from '../payload.ts'
import { actsOn, type ClockUse } from '../procedure.ts'
import { words } from '../words.ts'
import { currentNotice, rectificationToServe, type PenaltyCase } from './penalty-case.ts'
import type { Service } from './penalty-decided.ts'
import { lastCompleted, moneyOwed, withService } from './penalty-effects.ts'
import { files, party } from './penalty-fields.ts'
import { handlers, headNotHandling, recorder } from './penalty-people.ts'
import * as told from './penalty-payloads.ts'
import { deciding } from './penalty-still.ts'
import { lastSent, reached, toServe, type PaperTo } from './penalty-to-serve.ts'

/** 送达 (处罚法 61; R24): what happened, by whatever method; what the system itself sends or announces is an exercise of power. */

const { power, fact } = actsOn<PenaltyCase>()

/** Stages in which papers go out. */
const sending = ['lead', 'filing', 'investigation', 'report', 'review', 'notice', 'decision', 'service', 'performance', 'closing', 'closed', 'suspended', 'with-police', 'cancelled'] as const

/** What goes out next; where everything has arrived, what was sent last. */
const nextService = (state: PenaltyCase): Partial<PaperTo> => toServe(state) ?? lastSent(state) ?? {}

/** Every term of a party runs from the completed service of that paper on him (R24). */
const termsOf: readonly ClockUse<PenaltyCase, PaperTo>[] = [
  { clock: 'defence', subjects: (state, { document, party: one }) => (currentNotice(state)?.act === document && !waived(state, one) && lastCompleted(state) ? [one] : []), from: lastCompleted },
  { clock: 'demand', subjects: (state, { document, party: one }) => (state.demands?.some((each) => each.act === document && each.party === one) && lastCompleted(state) ? [one] : []), from: lastCompleted },
  { clock: 'payment', subjects: (state, { document, party: one }) => (state.decision?.act === document && moneyOwed(state, one) && lastCompleted(state) ? [one] : []), from: lastCompleted },
]

/** Who gave up his defence before the paper reached him has no term to wait for. */
const waived = (state: PenaltyCase, one: string): boolean => currentNotice(state)?.parties.some((each) => each.party === one && each.waived) ?? false

/** 处罚法 61(1): the body has kept its seven days once it lawfully tried. */
const tried: readonly ClockUse<PenaltyCase, PaperTo>[] = [{ clock: 'service', subjects: (state, { document, party: one }) => (state.decision?.act === document && !state.services.at(-1)?.marked ? [one] : []) }]

/** While a notice is being announced the term to decide stands still, where the sector's rules say so (R26). */
const announcing = deciding.map((clock) => ({
  clock,
  cause: 'announcement',
  when: (state: PenaltyCase) => isAnnounced(state.services.at(-1)) && state.services.at(-1)?.of === currentNotice(state)?.act,
  until: lastCompleted,
}))
const isAnnounced = (service: Service | undefined): boolean => service?.method === 'announcement' && service.completed !== undefined

const paper = ref('act', words('送达的文书', 'Document served'))

export const confirmAddress = payload({
  party,
  address: text(words('送达地址', 'Address for service'), { personal: true, max: 300 }),
  recipient: optional(text(words('代收人', 'Who may receive for him'), { personal: true, max: 60 })),
  phone: optional(text(words('联系电话', 'Telephone'), { personal: true, max: 60 })),
  electronic: yes(words('同意电子送达', 'Agrees to electronic service')),
  account: optional(text(words('接收电子送达的传真、电子邮箱等', 'Fax, e-mail or account for it'), { personal: true, max: 200 })),
  signed: choice(words('签名', 'Signature'), { signed: words('已签名', 'Signed'), refused: words('拒绝签名', 'Refused to sign') }),
  files,
})

export const serveElectronically = payload({
  document: paper,
  party,
  account: text(words('接收文书的传真、电子邮箱等', 'Fax, e-mail or account it goes to'), { personal: true, max: 200 }),
  entered: day(words('到达受送达人系统的日期', 'Entered his system on')),
  confirmation: optional(ref('file', words('当事人签订的电子送达确认书（未在系统中登记的）', 'Signed consent (where none is recorded here)'))),
  files,
})

export const announce = payload({
  document: paper,
  party,
  medium: text(words('公告的媒体或者场所', 'Where it is announced'), { max: 200 }),
  untraceable: optional(ref('evidence', words('下落不明的证据', 'Evidence that he cannot be found'))),
  files,
})

export const serviceActs = {
  'confirm-address': fact({
    title: words('登记送达地址确认书', 'Record the confirmed address for service'),
    article: cite('行政处罚法', 61, 2),
    by: recorder,
    suits: (state) => ['notice', 'service'].includes(state.stage) && unconfirmed(state) !== undefined,
    payload: confirmAddress,
    documents: [{ kind: 'service-confirmation', each: (_, { party: one }) => [one] }],
    guards: [confirmationSigned],
    prefill: (state) => ({ party: unconfirmed(state) ?? state.parties[0]?.id, electronic: false, signed: 'signed' }),
    apply: (state, act) =>
      act.marks.length > 0 ? state : { ...state, addresses: [...(state.addresses ?? []).filter((each) => each.party !== act.payload.party), { act: act.id, party: act.payload.party, electronic: act.payload.electronic === true }] },
  }),

  serve: fact({
    title: words('送达', 'Serve'),
    article: cite('行政处罚法', 61, 1),
    by: recorder,
    officers: 2,
    suits: (state) => state.notices.length > 0 || state.decision !== undefined,
    payload: told.serve,
    guards: [twoOfficers, certificatesValid, afterItsDocument, leftWithWitness, announcedAfterAttempts, electronicAgreed, enteredInTime],
    opens: termsOf,
    closes: tried,
    pauses: announcing,
    documents: [{ kind: 'service-receipt', each: (_, { party: one }) => [one] }],
    prefill: (state) => ({ ...nextService(state), officers: state.team, method: 'direct', outcome: 'received' }),
    awaited: (state) => state.stage === 'service' || rectificationToServe(state) !== undefined || (state.stage === 'notice' && (currentNotice(state)?.parties.some((each) => !each.served) ?? false)),
    apply: (state, act) => withService(state, act, act.payload),
  }),

  /** 61(2): with his signed consent; done on the day it enters his system (民事诉讼法 90). */
  'serve-electronically': power({
    title: words('电子送达', 'Serve electronically'),
    article: cite('行政处罚法', 61, 2),
    from: sending,
    by: handlers,
    suits: (state) => state.addresses?.some((each) => each.electronic) ?? false,
    payload: serveElectronically,
    guards: [teamCertified, afterItsDocument, paperRendered, electronicAgreed, enteredInTime],
    opens: termsOf,
    closes: tried,
    documents: [{ kind: 'service-receipt', each: (_, { party: one }) => [one] }],
    prefill: nextService,
    apply: (state, act) => withService(state, act, { ...act.payload, method: 'electronic', outcome: 'received' }),
  }),

  /** 民事诉讼法 95: the last resort. */
  announce: power({
    title: words('公告送达', 'Serve by announcement'),
    article: cite('民事诉讼法', 95),
    from: sending,
    by: headNotHandling,
    suits: (state) => state.services.some((each) => each.failed && !each.marked && !reached(state, { document: each.of, party: each.party })),
    payload: announce,
    guards: [afterItsDocument, paperRendered, announcedAfterAttempts],
    opens: termsOf,
    closes: tried,
    pauses: announcing,
    documents: [{ kind: 'service-announcement', each: (_, { party: one }) => [one] }],
    prefill: (state) => {
      const missed = state.services.findLast((each) => each.failed && !each.marked && !reached(state, { document: each.of, party: each.party }))
      return missed ? { document: missed.of, party: missed.party } : nextService(state)
    },
    apply: (state, act) => withService(state, act, { ...act.payload, method: 'announcement', outcome: 'received' }),
  }),
}

/** The first party who has confirmed no address yet. */
const unconfirmed = (state: PenaltyCase): string | undefined => state.parties.find(({ id }) => !state.addresses?.some((each) => each.party === id))?.id
