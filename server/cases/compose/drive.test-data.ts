import { planDocuments, type Background, type DocumentContext } from '../../acts/index.ts'
import type { Facts } from '@faheng/law/facts.ts'
import { step } from '@faheng/law/fold.ts'
import { judge, type Actor } from '@faheng/law/judge.ts'
import { splitPersonal } from '@faheng/law/payload.ts'
import type { Act, PostKind, Refusal } from '@faheng/law/procedure.ts'
import { newCase, type PenaltyCase } from '@faheng/law/procedures/penalty-case.ts'
import { penaltyOrdinary } from '@faheng/law/procedures/penalty-ordinary.ts'
import { secondOfficers } from '@faheng/law/second-officer.ts'
import { dayOf } from '@faheng/law/time/day.ts'
import { documentsFrom } from '../../acts/index.ts'
import { penaltyDocuments } from './index.ts'

const papers = documentsFrom([penaltyDocuments])

/** A case in memory with a register behind it, all names invented; every act makes its documents as the server does. */

const body = 'market'
const post = (person: string, kind: PostKind, rank?: 'chief' | 'deputy'): Actor => ({ person, posts: [{ kind, body, unit: 'squad', ...(rank ? { rank } : {}) }] })
const actors: Readonly<Record<string, Actor>> = {
  clerk: post('clerk', 'receiving-clerk'),
  chen: post('chen', 'officer'),
  li: post('li', 'officer'),
  unitHead: post('unitHead', 'unit-head'),
  reviewer: post('reviewer', 'legal-reviewer'),
  chief: post('chief', 'head', 'chief'),
  supervisor: { person: 'supervisor', posts: [{ kind: 'supervisor', body: 'justice' }] },
}
const people = {
  clerk: { name: '陈雨' },
  chen: { name: '周立群', certificate: '25060216001' },
  li: { name: '何思敏', certificate: '25060216018' },
  unitHead: { name: '李建国' },
  reviewer: { name: '吴晓峰' },
  chief: { name: '王振华' },
  deputy: { name: '赵海' },
  supervisor: { name: '李正清' },
}
const items: Background['items'] = {
  expired: {
    item: 'expired', title: '对经营超过保质期的食品的处罚', kinds: ['fine'], orders: ['责令改正'],
    bases: [
      { citation: { statute: '食品安全法', article: 34, item: 10 }, text: '禁止生产经营下列食品、食品添加剂、食品相关产品：……（十）标注虚假生产日期、保质期或者超过保质期的食品、食品添加剂；' },
      { citation: '《中华人民共和国食品安全法》第一百二十四条第一款第（五）项', text: '违反本法规定，有下列情形之一，尚不构成犯罪的，没收违法所得和违法生产经营的食品、食品添加剂，并处五万元以上十万元以下罚款；' },
    ],
  },
  records: {
    item: 'records', title: '未按规定建立并遵守进货查验记录制度', kinds: ['warning'], orders: ['责令改正'],
    bases: [{ citation: { statute: '食品安全法', article: 126, paragraph: 1, item: 3 }, text: '违反本法第五十三条第二款规定，未建立并遵守进货查验记录制度的，责令改正，给予警告；拒不改正的，处五千元以上五万元以下罚款' }],
  },
}
const parties: Background['parties'] = {
  shop: { id: 'shop', kind: 'legal-person', name: '云岭县鲜满仓商贸有限公司', code: '91530000MA6K00000X', birth: null, representative: '郑明远', address: '云岭县城关镇迎宾大道118号', phone: '0870-5550118' },
  unknown: { id: 'unknown', kind: 'person', name: '身份待查明的售货人', code: null, birth: null, representative: null, address: null, phone: null },
  kid: { id: 'kid', kind: 'person', name: '高小川', code: null, birth: '2013-05-06', representative: null, address: '云岭县河口乡青石村', phone: null },
  zheng: { id: 'zheng', kind: 'person', name: '郑明远', code: null, birth: '1984-02-29', representative: null, address: null, phone: null },
}
const norm = (floor: number, ceiling: number) => ({
  version: '1', competent: true, normInForce: true, published: true, limitationYears: 2, harmYears: 5, kinds: ['fine', 'warning', 'confiscate-goods', 'confiscate-gains'],
  branches: [{ condition: '', subject: 'any' as const, kinds: [{ kind: 'fine' as const, connective: 'must' as const, text: '' }], fine: { base: 'absolute' as const, floor, ceiling, floorInclusive: true }, status: 'parsed' as const, text: '' }],
})
const facts: Facts = {
  certificates: { chen: { valid: true, fields: [] }, li: { valid: true, fields: [] } },
  reviewers: { reviewer: { qualified: true } },
  heads: [{ person: 'chief', rank: 'chief' }, { person: 'deputy', rank: 'deputy' }],
  items: { expired: norm(500_000, 20_000_000), records: norm(0, 5_000_000) },
  parties: { shop: { kind: 'legal-person' }, zheng: { kind: 'person', age: 42, minor: false }, unknown: { kind: 'person' }, kid: { kind: 'person', age: 13, minor: true } },
  earlier: [],
  settings: {
    overlay: 'market-supervision', hearingThreshold: { person: 1_000_000, organisation: 10_000_000 }, discussionAlways: false, discussionFrom: null, discussionQuorum: { least: 2, share: 0.5 },
    remedy: { reviewOrgan: '云岭县人民政府', court: '云岭县人民法院', online: '行政复议服务平台' }, lateEntryWorkdays: 3,
  },
}

interface MadeDocument {
  readonly kind: string
  readonly number: string | undefined
  readonly fields: unknown
  readonly day: string
}

export class DrivenCase {
  state: PenaltyCase = newCase({ body, unit: 'squad' })
  readonly made: MadeDocument[] = []
  readonly #acts: Act[] = []
  readonly #whole = new Map<string, unknown>()
  readonly #documents: Background['documents'][number][] = []
  readonly #erased: boolean
  #now = Date.parse('2026-08-31T01:30:00.000Z')

  /** Of an erased case only the open fields of earlier acts are left. */
  constructor({ erased = false } = {}) {
    this.#erased = erased
  }

  /** As the server performs: judged, applied, documents composed. Answers with the refusals. */
  do(who: string, kind: string, told: object = {}): Refusal[] {
    this.#now += 1_200_000
    const at = new Date(this.#now).toISOString()
    const definition = penaltyOrdinary.acts[kind]
    if (!definition) throw new Error(`no act ${kind}`)
    const named = this.state.proposals[definition.answers ?? definition.about ?? '']
    const payload = { ...definition.prefill(this.state, facts), ...(named ? { proposal: { act: named.act, hash: named.hash } } : {}), ...told }
    const { open } = splitPersonal(definition.payload, payload)
    const id = `a${this.#acts.length + 1}`
    const actor = actors[who] as Actor
    const candidate = { id, kind, occurredAt: at, recordedAt: at, actor: actor.person, payload: open, hash: `${id}f1c9a27e0b84d1c9e2f6a7b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f` }
    const refusals = judge(penaltyOrdinary, this.state, candidate, actor, facts)
    if (refusals.length > 0) return refusals
    const act: Act = { ...candidate, seq: this.#acts.length + 1, facts }
    this.state = step(penaltyOrdinary, this.state, act).state
    this.#whole.set(id, this.#erased ? open : payload)
    this.#acts.push(act)
    for (const planned of planDocuments(definition as never, this.state, act, papers)) {
      const { series } = papers.kindOf(planned.kind)
      const number = series === undefined ? undefined : `云市监${series}〔2026〕${this.#documents.length + 1}号`
      const day = dayOf(at)
      const fields = papers.compose(planned.kind, this.context({ ...act, payload }, planned.subject, number))
      this.made.push({ kind: planned.kind, number, fields, day })
      this.#documents.push({ id: planned.id, kind: planned.kind, subject: planned.subject, number: number ?? null, fields, made: at, act: id, pages: null })
    }
    // Whoever else took part stands for it too (R4).
    if (definition.nature === 'fact' && definition.officers === 2) for (const person of secondOfficers(this.state)) this.do(person, 'confirm-entries')
    return []
  }

  context(act: Act, subject: string, number?: string): DocumentContext {
    const read: Background = {
      parties, people, items,
      body: { id: body, name: '云岭县市场监督管理局', short_name: '云市监', kind: 'organ', principal: null },
      unit: { id: 'squad', name: '综合行政执法大队' },
      settings: { payment: { bank: '云岭县农村商业银行城关支行', accountName: '云岭县财政局非税收入专户', electronic: '缴款通知书所载电子支付渠道' }, contact: { phone: '0870-5552315', address: '云岭县城关镇文化路66号412室' } },
      documents: [...this.#documents],
      acts: this.#acts.map((each) => ({ ...each, matter: 'm1', source: 'stated', lateReason: null, law: 'test', opens: null, salts: {} })),
      payloadOf: (id) => this.#whole.get(id),
    }
    return { state: this.state, act, matter: 'm1', subject, number, code: undefined, day: dayOf(act.occurredAt), read }
  }

  days(n: number): void {
    this.#now += n * 86_400_000
  }

  last = (kind: string): string => this.state.done[kind]?.at(-1)?.id ?? ''
}
