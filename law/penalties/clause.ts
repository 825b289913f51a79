import type { BranchKind, Connective, Subject } from './branch.ts'
import type { PenaltyCode } from './kinds.ts'

/** A penalty clause without its agent and addressee: 由…部门 | 对…主管人员 | 处一万元以下的罚款. */
export interface PenaltyClause {
  readonly subject: Subject | undefined
  /** The addressee's words where the subject alone does not say it: 对广告主. */
  readonly addressee: string
  readonly organ?: string
  readonly body: string
}

/** Splits a clause into agent, addressee and body; undefined where it imposes nothing. */
export function penaltyClause(clause: string): PenaltyClause | undefined {
  if (clause.endsWith('的')) return undefined
  let rest = clause.replace(/^(?:并|还|同时)?(?:可以?|应当)?(?=由)/, (lead) => (/可/.test(lead) ? '可以' : ''))
  rest = rest.replace(/^(?:依照|按照|依据|根据)《[^》]*》(?:第[^，]{1,8}条)?(?:的?(?:有关)?规定)?(?=责令|给予|处|吊销|没收)/, '').replace(/^根据(?:违法)?情节和危害后果/, '')
  let organ: string | undefined
  const agent = AGENT.exec(rest)
  if (agent) {
    organ = agent.groups?.['organ']
    rest = (/^(?:可以|直至)/.exec(rest)?.[0] ?? '') + rest.slice(agent[0].length)
  }
  const to = /^并?对每/.test(rest) ? null : (ADDRESSEE.exec(rest) ?? PERSONS_BAR.exec(rest))
  if (!to) rest = rest.replace(/^并?对(?=每)/, '')
  const addressee = to?.groups?.['who'] ?? ''
  if (/进行|及时/.test(addressee)) return { subject: undefined, addressee: '', body: rest.replace(/^.*?并(?=责令|处|给予)/, '') }
  if (to) rest = (to.groups?.['lead'] ?? '') + rest.slice(to[0].length)
  const inner = to ? AGENT.exec(rest) : null
  if (inner) {
    organ = inner.groups?.['organ']
    rest = rest.slice(inner[0].length)
  }
  if (!VERB.test(rest)) return undefined
  return { subject: to ? subjectOf(addressee) : undefined, addressee, ...(organ ? { organ } : {}), body: rest }
}

export function subjectOf(addressee: string): Subject {
  if (/主管人员|责任人员|负责人|法定代表人|责任人|有关人员/.test(addressee)) return 'responsible-person'
  if (/单位.{0,2}(?:和|或者?|、)个人|个人(?:和|或者?|、)单位/.test(addressee)) return 'any'
  if (/(?:单位|企业|机构).*(?:和|、).*人员/.test(addressee)) return 'any'
  if (/个人|驾驶员|驾驶人|从业人员|公民|自然人|养犬人|医师|人员/.test(addressee)) return 'individual'
  return /单位|企业|公司|机构|组织/.test(addressee) ? 'unit' : 'any'
}

/** The kinds a body imposes besides the fine, each with connective and words. */
export function kindsOf(body: string, organ: string | undefined): BranchKind[] {
  const out: BranchKind[] = []
  for (const match of body.matchAll(KIND)) {
    const text = match[0].trim()
    const before = body.slice(0, match.index)
    const named = /由([^，]{1,20}?(?:机关|部门|机构|政府))$/.exec(before)?.[1] ?? organ
    for (const kind of codesOf(text)) {
      const foreign = named && FOREIGN.test(named) && (kind === 'detention' || kind === 'revoke-licence' || kind === 'suspend-licence' || kind === 'close-down') ? named : undefined
      out.push({ kind, connective: connectiveOf(before, body), ...(foreign ? { organ: foreign } : {}), text })
    }
  }
  return out
}

/** 可以 / 单处或者并处 / 或者 / 直至 read from what stands before the kind in its clause. */
export function connectiveOf(before: string, body: string): Connective {
  if (/单处(?:、|或者?)并处|并处(?:、|或者?)单处/.test(body)) return 'single-or-combined'
  if (/警告(?:或者?|、)[^，]*罚款|直至|(?:或者?)(?:给予警告|降低|吊销|暂扣|责令|处)/.test(body)) return 'one-of'
  return /可以?|得以/.test(before.replace(/可以?吊销许可/, '')) ? 'may' : 'must'
}

function codesOf(text: string): PenaltyCode[] {
  if (text.startsWith('没收')) {
    const gains = /(?:违法|非法)(?:所得|收入)|收入|广告费用|费用|租金/.test(text)
    const goods = /没收(?!(?:违法|非法)所得$|[^和、以及]*(?:收入|费用)$)/.test(text) && (!gains || /[和、]|以及|及/.test(text))
    return [...(gains ? (['confiscate-gains'] as const) : []), ...(goods ? (['confiscate-goods'] as const) : [])]
  }
  if (text.startsWith('予以没收')) return ['confiscate-gains']
  if (/^(?:暂扣|暂停)(?:或者?|、)(?:吊销|撤销)/.test(text)) return ['suspend-licence', 'revoke-licence']
  return CODES.filter(([pattern]) => pattern.test(text)).map(([, code]) => code)
}

const FOREIGN = /发证|许可机关|公安|登记|人民政府$/

const CODES: readonly (readonly [RegExp, PenaltyCode])[] = [
  [/^警告/, 'warning'],
  [/^通报批评/, 'public-criticism'],
  [/^暂扣.*[证照]/, 'suspend-licence'],
  [/^降低/, 'lower-grade'],
  [/^(?:吊销)/, 'revoke-licence'],
  [/^限制/, 'restrict-activity'],
  [/停产停业|停业|停工整[顿治]|停产整[顿治]/, 'stop-business'],
  [/关闭$/, 'close-down'],
  [/禁止从事|不得从事|不得担任|暂停[^，]*(?:执业|资格)|终身/, 'restrict-practice'],
  [/拘留/, 'detention'],
]

const KIND =
  /警告|通报批评|予以没收$|没收[^，]*?(?=、?(?:并?可以|并处|并?处以|处[0-9一二三四五六七八九十百]|吊销|责令|给予)|$)|(?:暂扣|暂停)(?:或者?|、)(?:吊销|撤销)[^，、]*|暂扣[^，、]*[证照](?:件)?|降低[^，]*?等级|吊销[^，]*?(?=直至|$|并处|，)|限制开展[^，、]*|责令(?:停止[^，]*?或者|[^，、]{0,12}?)(?:停产停业整顿|停产停业|停业整顿|停业|停工整[顿治]|停产整[顿治])|(?<=、|或者?|直至)(?:停产停业整顿|停产停业|停业整顿)|责令[^，]*?关闭|(?:[^，、]{1,8}年(?:直至终身)?内?|终身)(?:禁止从事|不得从事|不得担任)[^，]*|暂停[^，]*?(?:执业活动|执业|资格)|[^，处]{0,12}拘留/g

const LEADS = '(?:并|还|也|应当|可以?|依法|分别|根据情节(?:轻重)?|同时|直至|或者?|其|处以?|予以|给予|单处|一律)*'
const IMPOSE =
  '(?:给予|处以|处(?!罚(?!款)|理|分|置)|予以|单处|并处|没收|吊销|暂扣|责令|警告|罚款|通报|降低|取缔|撤销|限制|禁止|终身|[一二三五十两0-9]+年(?:直至终身)?内?(?:禁止|不得)|暂停|关闭|停产|停业)'
const VERB = new RegExp(`^${LEADS}(?:${IMPOSE}|以每|按照?(?!规定|有关)|每|[一1]名)`)
const ADDRESSEE = new RegExp(
  `^(?<lead>并?(?:可以?|应当)?)(?:对|给予(?=[^，]*(?:单位|人员|个人)[^，]*警告))(?<who>[^，]+?)(?:，)?(?=由|${LEADS}(?:处|给予|予以|没收|吊销|暂扣|责令|罚款|暂停|警告|并处|单处|分别))`,
)
/** 直接负责的主管人员…三年内不得从事…: the barred persons without 对. */
const PERSONS_BAR = /^(?<lead>)(?<who>[^，]*(?:人员|负责人|法定代表人))(?=(?:[^，]{1,8}年内|终身)不得)/
/** 由…部门按照职责, …机关 before its verb, and the norm it acts under: 依照《…》的规定. */
const AGENT = new RegExp(
  `^(?:可以|或者?|直至)?(?:(?:分别)?由|提请|(?=[^，由对]{2,40}(?:部门|机关|机构|政府)${LEADS}${IMPOSE}))(?<organ>[^，]*?(?:部门|机关|机构|政府|主体|队))` +
    `(?:(?:按照?|依照|根据|依据)[^，责处]{0,10}(?:职[责权](?:分工|权限)?|的权限))?(?:依法)?(?=${LEADS}(?:${IMPOSE}|对)|$)`,
)
