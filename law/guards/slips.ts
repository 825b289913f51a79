import { cite } from '../citation.ts'
import { guard, type DoneAct, type MatterState, type StruckEntry } from '../procedure.ts'
import { rectificationToServe, type PenaltyCase } from '../procedures/penalty-case.ts'
import { words } from '../words.ts'

/** R3: what was mis-recorded is struck, never taken out of sight. */

interface Strikes {
  readonly entry?: string
}

const record = cite('行政处罚法', 47)
const mends = cite('行政处罚法', 75, 2)

/** An entry of the file, struck or not. */
export function entryNamed(state: MatterState, id: string | undefined): (DoneAct & { readonly kind: string; readonly strike?: string }) | undefined {
  if (id === undefined) return undefined
  for (const [kind, acts] of Object.entries(state.done)) {
    const found = acts.find((each) => each.id === id)
    if (found) return { ...found, kind }
  }
  return state.struck?.[id]
}

/**
 * Whether the case has moved on from an entry: a piece of evidence when the report names it, anything else when a power was
 * exercised after it was recorded.
 */
export function reliedOn(state: PenaltyCase, entry: DoneAct | StruckEntry): boolean {
  if (entry.gives !== undefined) return state.report?.relied.includes(entry.gives) ?? false
  return Object.entries(state.done).some(([kind, acts]) => kind !== 'strike-entry' && acts.some((each) => each.power && each.seq > entry.seq))
}

export const entryInFile = guard<PenaltyCase, Strikes>(
  'entry-in-file',
  record,
  {
    title: words('划销的记录在本案卷中', 'The entry is in the file'),
    cure: words('在案件经过中选择要划销的记录。', 'Pick the entry from the story of the case.'),
  },
  ({ state, act: { id, payload } }) => {
    if (!payload) return
    const entry = entryNamed(state, payload.entry)
    if (!entry) return words('本案卷中没有这条记录。', 'There is no such entry in this file.')
    return entry.strike !== undefined && entry.strike !== id && words('这条记录已经划销。', 'The entry is struck already.')
  },
)

/** 处罚法 75(2): an approval, a decision, a notice is mended by the way the law has for it; only entries of facts are struck. */
export const onlyFactsStruck = guard<PenaltyCase, Strikes>(
  'only-facts-struck',
  mends,
  {
    title: words('只划销事实记录', 'Only records of facts are struck'),
    cure: words(
      '提请、审批、决定依法退回、重新办理或者撤销；文书中的笔误以更正书更正。',
      'Return, repeat or revoke a proposal, approval or decision as the law says; mend a slip in a paper by rectifying it.',
    ),
  },
  ({ state, act: { payload } }) => {
    const entry = entryNamed(state, payload?.entry)
    if (!entry) return
    if (entry.power) return words('这是行使职权的行为，不是事实记录，不能划销。', 'This is an exercise of power, not the record of a fact; it cannot be struck.')
    return (entry.by === 'system' || entry.kind === 'register-lead') && words('系统依法自动作出的记录和案件的首条记录不能划销。', 'What the system recorded by law, and the entry the case began with, cannot be struck.')
  },
)

export const struckByWhoMay = guard<PenaltyCase, Strikes>(
  'struck-by-who-may',
  record,
  {
    title: words('由记录人或者负责人划销', 'Struck by its author or a head'),
    cure: words('由记录人、办案机构负责人或者机关负责人划销；已被后续行为依据的，由机关负责人划销。', 'Let its author, the unit head or a head strike it; once later acts relied on it, a head.'),
  },
  ({ state, act: { actor, post, payload } }) => {
    const entry = entryNamed(state, payload?.entry)
    if (!entry || post?.kind === 'head') return
    if (reliedOn(state, entry)) return words('后续行为已经依据这条记录。', 'Later acts have relied on this entry.')
    return entry.by !== actor && post?.kind !== 'unit-head' && words('这条记录是他人登记的。', 'Somebody else made this entry.')
  },
)

/** R28: the paper is the original; unsigned, it says why and who saw it, and whoever brings it in has compared it. */
export const scanInOrder = guard<PenaltyCase, { readonly signed?: string; readonly refusal?: string; readonly witnessed?: boolean; readonly compared?: boolean }>(
  'scan-in-order',
  record,
  {
    title: words('签名盖章件手续完备', 'The signed paper is in order'),
    cure: words('注明拒绝签名的情况，由见证人签名或者附录音录像，并与原件核对后重新上传。', 'State how he refused and let a witness sign, or attach a recording; compare with the original and attach it again.'),
  },
  ({ act: { payload } }) => {
    if (!payload) return
    if (!payload.compared) return words('没有与原件核对。', 'It was not compared with the original.')
    if (payload.signed !== 'refused' || (payload.refusal && payload.witnessed)) return
    return words('当事人拒绝签名，没有注明情况，或者没有见证人、录音录像。', 'The party refused to sign, and it is not stated how, or nobody witnessed it.')
  },
)

interface Rectifies {
  readonly document?: string
  readonly corrections?: readonly { readonly what: string }[]
}

/** R3: a paper is rectified once it went out. */
export const paperIssued = guard<PenaltyCase, Rectifies>(
  'paper-issued',
  mends,
  {
    title: words('更正的文书已经作出', 'The document was issued'),
    cure: words('选择本案已经作出的文书；事实记录有误的，划销后重新登记。', 'Pick a document of this case; strike a mis-recorded fact and record it anew.'),
  },
  ({ state, act: { payload } }) => payload !== undefined && !entryNamed(state, payload.document)?.power && words('本案没有作出过这份文书。', 'No such document was issued in this case.'),
)

const substance: Readonly<Record<string, string>> = { facts: '认定的事实', basis: '法律依据', kind: '处罚种类', amount: '处罚数额', party: '处罚对象' }

/** 处罚法 75(2), R3: a slip is rectified; what was decided is revoked and decided anew. */
export const onlySlipsRectified = guard<PenaltyCase, Rectifies>(
  'only-slips-rectified',
  mends,
  {
    title: words('更正不改变决定内容', 'A rectification changes nothing that was decided'),
    cure: words('事实、依据、种类、数额或者对象有错误的，依法撤销原文书，重新告知、重新作出决定。', 'If facts, basis, kind, amount or party are wrong, revoke the document as the law says, notify and decide anew.'),
  },
  ({ act: { payload } }) => {
    const wrong = [...new Set((payload?.corrections ?? []).flatMap(({ what }) => substance[what] ?? []))]
    return wrong.length > 0 && words(`${wrong.join('、')}不得以更正方式改变。`, 'Facts, basis, kind, amount and party cannot be changed by a rectification.')
  },
)

/** R3: who got the wrong paper gets the right one. */
export const rectificationsServed = guard<PenaltyCase>(
  'rectifications-served',
  cite('行政处罚法', 61, 1),
  {
    title: words('更正书已送达', 'Rectifications served'),
    cure: words('向每一当事人送达更正书并登记送达回证。', 'Serve the rectification on every party and record the receipt.'),
  },
  ({ state }) => rectificationToServe(state) !== undefined && words('更正书尚未送达全部当事人。', 'A rectification is not yet served on every party.'),
)
