import { choice, count, group, list, money, optional, payload, place, ref, text, yes } from '../payload.ts'
import { penaltyKinds } from '../penalties/kinds.ts'
import { words, type Words } from '../words.ts'
import { opinion, party, proposal } from './penalty-fields.ts'
import { disposal } from './penalty-payloads.ts'

/** What is told of a case from the report to the decision. Labels are what officers read on the form. */

const kindLabels: Record<string, Words> = Object.fromEntries(penaltyKinds.kinds.map((each) => [each.code, each.words]))
const kindOf = choice(words('处罚种类', 'Kind'), kindLabels as Record<(typeof penaltyKinds.kinds)[number]['code'], Words>)

const amounts = group(words('计算基数', 'Bases'), {
  illegalGains: optional(money(words('违法所得', 'Illegal gains'))),
  goodsValue: optional(money(words('货值金额', 'Value of goods'))),
  turnover: optional(money(words('经营额', 'Turnover'))),
  investment: optional(money(words('投资额', 'Investment'))),
  contractPrice: optional(money(words('合同价款', 'Contract price'))),
  income: optional(money(words('收入', 'Income'))),
  named: optional(money(words('其他基数', 'Other base'))),
  units: optional(count(words('计罚单位数', 'Units'))),
})

const penalty = group(words('处罚', 'Penalty'), {
  party,
  violation: ref('violation', words('违法行为', 'Violation')),
  kind: kindOf,
  amount: optional(money(words('金额', 'Amount'))),
  branch: optional(place('branch', words('适用情形', 'Branch of the norm'), { of: 'violation', hint: words('规定有几种罚款情形的，选择罚款所依据的一种', 'Where the norm has several branches with a fine, the one it rests on') })),
  bases: optional(amounts),
  stated: optional(group(words('法条载明的幅度（登记库未能读出时填写）', 'Limits as read from the statute'), { floor: money(words('下限', 'Floor')), ceiling: money(words('上限', 'Ceiling')) })),
  detail: optional(text(words('内容说明', 'Detail'), { max: 300 })),
})

const circumstance = group(words('裁量情节', 'Circumstance'), {
  effect: choice(words('作用', 'Effect'), { lighter: words('从轻', 'Lighter'), mitigated: words('减轻', 'Mitigated'), heavier: words('从重', 'Heavier'), exempt: words('免予', 'Exempt') }),
  ground: choice(words('法定事由', 'Ground'), {
    'eliminated-harm': words('主动消除或者减轻危害后果（第32条第1项）', 'Eliminated or reduced harm (32(1))'),
    coerced: words('受胁迫或者诱骗（第32条第2项）', 'Coerced or deceived (32(2))'),
    confessed: words('主动供述尚未掌握的违法行为（第32条第3项）', 'Confessed unknown violations (32(3))'),
    merit: words('配合查处有立功表现（第32条第4项）', 'Cooperated with merit (32(4))'),
    minor: words('十四至十八周岁（第30条）', 'Aged 14 to 17 (30)'),
    'limited-capacity': words('尚未完全丧失辨认控制能力（第31条）', 'Limited capacity (31)'),
    'other-law': words('其他法律、法规、规章规定（第32条第5项）', 'Another law, regulation or rule (32(5))'),
    'minor-corrected': words('违法行为轻微并及时改正，没有造成危害后果（第33条第1款）', 'Minor, corrected in time, no harm (33(1))'),
    'first-minor': words('初次违法、危害后果轻微并及时改正（第33条第1款）', 'First offence, minor harm, corrected (33(1))'),
    secondary: words('在共同违法中起次要、辅助作用（写明依据）', 'A lesser part in a joint violation (name the norm)'),
    principal: words('在共同违法中起主要作用、组织策划（写明依据）', 'The leading part in a joint violation (name the norm)'),
    repeated: words('受过处罚后再次违法（写明依据）', 'Again after a penalty (name the norm)'),
    emergency: words('重大传染病疫情等突发事件中（第49条）', 'During an emergency (49)'),
  }),
  norm: optional(text(words('所依据的规定（法、条、款、项）', 'Norm it rests on (law and article)'), { max: 200, hint: words('事由不在行政处罚法第30至33、49条之内的必填。', 'Required where the ground is not one of articles 30 to 33 or 49.') })),
  rule: optional(ref('leniency', words('所依据的清单条目', 'Entry of the list it rests on'), { hint: words('从轻、减轻、免予处罚清单中有相应条目的，选择该条目。', 'Where a list of leniency has an entry for it.') })),
  evidence: list(words('证据', 'Evidence'), ref('evidence', words('证据', 'Evidence')), { max: 50 }),
  reason: text(words('说明', 'Reason'), { personal: true, max: 600 }),
})

export const noPenaltyGrounds = {
  'minor-corrected': words('违法行为轻微并及时改正，没有造成危害后果（第33条第1款）', 'Minor, corrected in time, no harm (33(1))'),
  'first-minor': words('初次违法、危害后果轻微并及时改正（第33条第1款）', 'First offence, minor harm, corrected (33(1))'),
  'no-fault': words('有证据证明没有主观过错（第33条第2款）', 'No subjective fault (33(2))'),
  'under-14': words('不满十四周岁（第30条）', 'Under 14 (30)'),
  'no-capacity': words('不能辨认或者控制自己行为（第31条）', 'No capacity (31)'),
  'not-established': words('违法事实不能成立（第57条第1款第3项）', 'Not established (57(1)(3))'),
  'too-late': words('超过追责期限（第36条）', 'Limitation (36)'),
  'lighter-new-law': words('新法不认为是违法或者处罚较轻（第37条）', 'New law (37)'),
  'other-law': words('其他法律规定', 'Another law'),
} as const

/** R32: the circumstances of the benchmark that were found, and where it is departed from. */
const weighing = {
  ticks: optional(
    list(
      words('裁量基准情节', 'Circumstances of the benchmark'),
      group(words('情节', 'Circumstance'), {
        violation: ref('violation', words('违法行为', 'Violation')),
        party: optional(ref('party', words('当事人（各当事人情节不同的填写）', 'Party (where they differ)'))),
        circumstance: ref('benchmark', words('裁量档次和情节', 'Tier and circumstance')),
        evidence: list(words('证据', 'Evidence'), ref('evidence', words('证据', 'Evidence')), { min: 1, max: 50 }),
      }),
      { max: 60 },
    ),
  ),
  departures: optional(
    list(
      words('偏离裁量基准', 'Departure from the benchmark'),
      group(words('偏离', 'Departure'), {
        violation: ref('violation', words('违法行为', 'Violation')),
        party: optional(ref('party', words('当事人', 'Party'))),
        reason: text(words('偏离的理由', 'Why'), { personal: true, rows: 3, max: 2000 }),
        approval: optional(ref('file', words('制定机关的批准文件（裁量基准由上级制定的）', 'Approval of the maker (of a superior’s benchmark)'))),
      }),
      { max: 20 },
    ),
  ),
}

export const submitReport = payload({
  outcome: choice(words('处理意见', 'Proposal'), { penalty: words('给予行政处罚', 'Penalty'), 'no-penalty': words('不予行政处罚', 'No penalty') }),
  ground: optional(choice(words('不予处罚事由', 'Ground of no penalty'), noPenaltyGrounds, { only: { field: 'outcome', is: 'no-penalty' } })),
  facts: text(words('查明的事实', 'Facts established'), { personal: true, rows: 8, max: 12000 }),
  relied: list(words('所依据的证据', 'Evidence relied on'), ref('evidence', words('证据', 'Evidence')), { max: 200 }),
  reasons: text(words('案件性质、裁量理由', 'Qualification and reasons'), { personal: true, rows: 5, max: 8000 }),
  penalties: list(words('拟处罚内容', 'Proposed penalties'), penalty, { max: 60 }),
  spared: optional(
    list(
      words('不予处罚的当事人（对其他当事人给予处罚时）', 'Parties not punished, where others are'),
      group(words('当事人', 'Party'), { party, ground: choice(words('不予处罚事由', 'Ground of no penalty'), noPenaltyGrounds) }),
      { max: 20 },
    ),
  ),
  circumstances: list(words('裁量情节', 'Circumstances'), circumstance, { max: 20 }),
  ...weighing,
  sameAct: list(
    words('与在先处罚决定的比较', 'Compared with earlier decisions'),
    group(words('在先决定', 'Earlier decision'), { decision: ref('decision', words('在先决定', 'Earlier decision')), same: yes(words('同一违法行为', 'Same act')), reason: text(words('理由', 'Reason'), { personal: true, max: 500 }) }),
    { max: 50 },
  ),
  oneAct: optional(
    list(
      words('同一个违法行为违反多个规范', 'One act that breaks several norms'),
      group(words('同一个违法行为', 'One act'), {
        violations: list(words('违法行为', 'Violations'), ref('violation', words('违法行为', 'Violation')), { min: 2, max: 20 }),
        reason: text(words('理由', 'Reason'), { personal: true, max: 500 }),
      }),
      { max: 10 },
    ),
  ),
  major: yes(words('涉及重大公共利益，或者案情疑难复杂、涉及多个法律关系', 'Major public interest, or complex')),
  newFact: optional(list(words('申辩之后的新证据', 'Evidence gathered after the defence'), ref('evidence', words('证据', 'Evidence')), { max: 50 })),
})

export const passReview = payload({
  proposal,
  checklist: list(
    words('审核要点', 'Points reviewed'),
    choice(words('要点', 'Point'), {
      competence: words('主体合法、有管辖权', 'Competence'),
      officers: words('执法人员具备资格', 'Officers'),
      facts: words('事实清楚、证据充分', 'Facts and evidence'),
      law: words('适用法律准确、裁量适当', 'Law and discretion'),
      procedure: words('程序合法', 'Procedure'),
      documents: words('文书完备规范', 'Documents'),
      crime: words('是否涉嫌犯罪', 'Crime considered'),
    }),
    { min: 7, max: 7 },
  ),
  opinion,
  limitsConfirmed: optional(yes(words('已对照法条核对承办人填写的幅度', 'Stated limits compared with the statute'), { hint: words('法条原文和填写的幅度见“依据、裁量与类案”', 'The statute’s text and the stated limits stand under “Norm, discretion and similar cases”') })),
})

export const issueNotice = payload({ proposal, opinion })

export const proposeDecision = payload({
  penalties: list(words('拟决定的处罚', 'Penalties to decide'), penalty, { min: 1, max: 60 }),
  ...weighing,
  disposals: optional(list(words('登记保存、查封、扣押物品的处理', 'Disposals of things held'), disposal)),
  education: yes(words('已对当事人进行教育', 'The party was educated')),
  reasons: text(words('说明', 'Explanation'), { personal: true, rows: 4 }),
})

export const members = list(
  words('参加讨论的负责人', 'Heads present'),
  group(words('负责人', 'Head'), { person: ref('officer', words('负责人', 'Head')), opinion: text(words('意见', 'Opinion'), { personal: true, max: 1000 }) }),
  { min: 1, max: 20 },
)

export const discuss = payload({
  proposal,
  members,
  attending: optional(list(words('列席人员（法制审核、承办等，不表决）', 'Attending without a vote'), ref('officer', words('列席人员', 'Attending')), { max: 30 })),
  place: text(words('地点', 'Place'), { max: 100 }),
  conclusion: text(words('结论', 'Conclusion'), { personal: true, rows: 3, max: 2000 }),
  agreed: yes(words('同意拟决定意见', 'The proposal is agreed')),
})

export const decideNoPenalty = payload({ proposal, opinion, education: yes(words('已对当事人进行教育', 'The party was educated')) })
