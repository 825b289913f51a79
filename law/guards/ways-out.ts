import { cite } from '../citation.ts'
import { overlayNamed } from '../overlays/index.ts'
import { guard } from '../procedure.ts'
import { papersOwed, type PenaltyCase } from '../procedures/penalty-case.ts'
import { contestPending } from '../procedures/penalty-crime.ts'
import type { Penalty } from '../procedures/penalty-decided.ts'
import { isSettledItem } from '../procedures/penalty-owed.ts'
import { words } from '../words.ts'
import { penaltiesAtHand } from './limits.ts'

/** R20, R26: a case is suspended only where a rule of its sector provides for it; the general law knows no suspension. */
export const suspensionProvided = guard<PenaltyCase>(
  'suspension-provided',
  cite('行政处罚法', 60),
  {
    title: words('中止有规定依据', 'A rule provides for suspension'),
    cure: words('继续办理；难以按期办结的，依法报请处理，不以中止停止计算办案期限。', 'Go on with the case; suspension cannot stop the term to decide here.'),
  },
  ({ state }) => overlayNamed(state.overlay).pauses.suspended === undefined && words('本机关适用的程序规定没有中止办案期限的规定。', 'The rules that apply to this body provide for no suspension.'),
)

/** R19, R20: the ways out are enumerated; without a ground there is none. */
export const groundNamed = guard<PenaltyCase, { readonly ground?: string }>(
  'ground-named',
  cite('行政处罚法', 5, 2),
  {
    title: words('写明法定事由', 'The ground is named'),
    cure: words('选择列明的事由；不属于列明事由的，继续办理。', 'Choose one of the listed grounds; if none applies, go on with the case.'),
  },
  ({ act: { payload } }) => payload !== undefined && !payload.ground && words('没有写明法定事由。', 'The ground is missing.'),
)

/** 处罚法 27, 310号: things and papers go to the police on the decision of the chief. */
export const criminalTransferDecided = guard<PenaltyCase>(
  'criminal-transfer-decided',
  cite('行政执法机关移送涉嫌犯罪案件的规定', 5, 3),
  {
    title: words('已决定移送', 'The transfer was decided'),
    cure: words('补报正职负责人决定，并说明情况。', 'Bring it before the chief for a decision and explain.'),
  },
  ({ state }) => state.crime === undefined && words('没有移送公安机关的决定。', 'No transfer to the police was decided.'),
)

/** 310号 6: letter, report, and the list of things and the appraisals where there are any; what went without them is recorded and followed up. */
export const papersComplete = guard<PenaltyCase, { readonly papers?: readonly string[] }>(
  'papers-complete',
  cite('行政执法机关移送涉嫌犯罪案件的规定', 6),
  {
    title: words('移送材料齐全', 'The papers are complete'),
    cure: words('向公安机关补送移送书、调查报告、涉案物品清单、检验报告或者鉴定结论，并登记。', 'Send on the letter, the report, the list of things and the test reports, and record it.'),
  },
  ({ state, act: { payload } }) => {
    const lacking = payload ? papersOwed(state).filter((each) => !payload.papers?.includes(each)) : []
    return lacking.length > 0 && words(`缺少${lacking.map((each) => paperNames[each]).join('、')}。`, `Missing: ${lacking.join(', ')}.`)
  },
)

const paperNames = { letter: '移送书', report: '调查报告', inventory: '涉案物品清单', appraisal: '检验报告或者鉴定结论' } as const

/** 处罚法 66: what the body itself decided before is performed, or set aside, whatever the court said. */
export const nothingToPerform = guard<PenaltyCase>(
  'nothing-to-perform',
  cite('行政处罚法', 66, 1),
  {
    title: words('本机关没有尚未履行的处罚决定', 'No decision of this body is left to perform'),
    cure: words('恢复行政处罚程序，履行或者依法撤销处罚决定后结案。', 'Resume the case, and close it when the decision is performed or set aside.'),
  },
  ({ state }) => state.performance.some((each) => !isSettledItem(each)) && words('本机关已作出的处罚决定尚未履行。', 'The decision this body made is not performed yet.'),
)

/** 处罚法 27: the body takes the case up again on the answer of the police, the prosecutor or the court. */
export const policeAnswered = guard<PenaltyCase>(
  'police-answered',
  cite('行政处罚法', 27, 1),
  {
    title: words('司法机关已有处理结果', 'The judiciary has answered'),
    cure: words('等待并登记公安机关不予立案、退回或者法院裁判的结果。', 'Await and record the answer: not filed, returned or judged.'),
  },
  ({ state }) =>
    state.crime?.answer === undefined || state.crime.answer === 'filed'
      ? words('案件仍由司法机关处理。', 'The case is still with the judiciary.')
      : contestPending(state.crime) && words('提请复议、立案监督尚无结果。', 'What was done against not filing is not answered yet.'),
)

/** 310号 9: only a refusal to file can be contested. */
export const policeDidNotFile = guard<PenaltyCase>(
  'police-did-not-file',
  cite('行政执法机关移送涉嫌犯罪案件的规定', 9, 1),
  {
    title: words('公安机关不予立案', 'The police did not file'),
    cure: words('先登记公安机关不予立案通知书。', 'Record the notice of the police first.'),
  },
  ({ state }) => state.crime?.answer !== 'not-filed' && words('没有公安机关不予立案的通知。', 'There is no notice of the police that they do not file.'),
)

/** 310号 9: an answer belongs to what was asked. */
export const notFilingContested = guard<PenaltyCase>(
  'not-filing-contested',
  cite('行政执法机关移送涉嫌犯罪案件的规定', 9, 1),
  {
    title: words('已提请复议或者建议立案监督', 'It was contested'),
    cure: words('先登记提请复议或者建议立案监督。', 'Record first what was done against it.'),
  },
  ({ state }) => contestPending(state.crime) === undefined && words('没有待答复的复议或者立案监督。', 'Nothing waits for an answer.'),
)

/** 处罚法 27: only a judgment leaves nothing to this body; otherwise the case comes back. */
export const judgedByCourt = guard<PenaltyCase>(
  'judged-by-court',
  cite('行政处罚法', 27, 1),
  {
    title: words('人民法院已经裁判', 'A court has judged'),
    cure: words('登记裁判结果；没有裁判的，恢复行政处罚程序。', 'Record the judgment; without one, resume the case.'),
  },
  ({ state }) => state.crime?.answer !== 'judged' && words('没有人民法院裁判的记录。', 'No judgment is on record.'),
)

/** R13: while it is open whether the conduct is a crime, no penalty is decided. */
export const suspicionAnswered = guard<PenaltyCase>(
  'suspicion-answered',
  cite('行政处罚法', 27, 1),
  {
    title: words('涉嫌犯罪的报告已有答复', 'The report of suspected crime is answered'),
    cure: words('由正职负责人先决定移送或者不移送。', 'Let the chief first decide whether to transfer.'),
  },
  ({ state }) => state.proposals['report-suspected-crime']?.status === 'open' && words('关于涉嫌犯罪的报告尚未答复。', 'A report of suspected crime waits for its answer.'),
)

/** 处罚法 35(2): after a court's fine no administrative fine. */
export const notFinedAfterCourt = guard<PenaltyCase, { readonly outcome?: string; readonly penalties?: readonly Penalty[] }>(
  'not-fined-after-court',
  cite('行政处罚法', 35, 2),
  {
    title: words('法院判处罚金的不再罚款', 'No fine after a court’s fine'),
    cure: words('删去罚款；依法需要其他种类处罚的，只提其他种类。', 'Leave the fine out; other kinds may still be proposed.'),
  },
  (judged) =>
    judged.state.crime?.courtFine === true &&
    penaltiesAtHand(judged).some((each) => each.kind === 'fine') &&
    words('人民法院已判处罚金，不得再给予罚款。', 'The court has imposed a fine; no administrative fine may follow.'),
)
