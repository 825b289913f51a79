import { choice, count, day, group, list, moment, money, newId, optional, payload, ref, text, yes } from '../payload.ts'
import { words } from '../words.ts'
import { external, files, officers, party } from './penalty-fields.ts'

/** What each act of the ordinary procedure is told. Labels are what officers read on the form. */

export const leadSources = {
  complaint: words('投诉', 'Complaint'),
  report: words('举报', 'Report'),
  inspection: words('监督检查', 'Inspection'),
  transfer: words('其他机关移送', 'Transferred by another organ'),
  assigned: words('上级交办', 'Assigned from above'),
  hotline: words('12345热线', '12345 hotline'),
  other: words('其他', 'Other'),
} as const

export const registerLead = payload({
  source: choice(words('案件来源', 'Source'), leadSources),
  external,
  received: day(words('收到日期', 'Received on')),
  discoveredOn: day(words('违法行为发现日期', 'Discovered on'), { hint: words('首次收到线索或者更早的有记录的发现', 'First lead, or an earlier documented discovery') }),
  summary: text(words('线索内容', 'What was reported'), { personal: true, rows: 5 }),
  place: optional(text(words('发生地点', 'Place'), { personal: true, max: 200 })),
  suspects: optional(list(words('涉嫌当事人', 'Suspected parties'), party, { max: 20 })),
  realName: yes(words('实名', 'Real name given')),
  informant: optional(text(words('举报人姓名及联系方式', 'Informant and contact'), { sealed: true, max: 200, hint: words('依法保密，只有受理登记人员可见；机关负责人查阅须登记理由', 'Kept secret: the receiving clerk sees it, and a head who records why') })),
  files,
})

export const assign = payload({ team: list(words('指派核查人员', 'Officers assigned'), ref('officer', words('执法人员', 'Officer')), { min: 1, max: 10 }) })

export const evidenceKinds = {
  documentary: words('书证', 'Documentary evidence'),
  physical: words('物证', 'Physical evidence'),
  audiovisual: words('视听资料', 'Audio-visual material'),
  electronic: words('电子数据', 'Electronic data'),
  testimony: words('证人证言', 'Testimony'),
  statement: words('当事人陈述', 'Party’s statement'),
  appraisal: words('鉴定意见', 'Appraisal'),
  record: words('勘验笔录、现场笔录', 'Scene record'),
} as const

export const elements = {
  identity: words('当事人身份', 'Identity'),
  conduct: words('违法行为', 'Conduct'),
  circumstance: words('情节', 'Circumstance'),
  amount: words('金额、数量', 'Amount'),
} as const

export const proves = list(words('证明事项', 'What it proves'), choice(words('证明事项', 'What it proves'), elements), { min: 1, max: 4 })

export const collectEvidence = payload({
  evidence: newId(),
  kind: choice(words('证据种类', 'Kind of evidence'), evidenceKinds),
  title: text(words('证据名称', 'Name of the evidence'), { personal: true, max: 200 }),
  proves,
  origin: text(words('来源和提取经过', 'Where and how it was obtained'), { personal: true, rows: 3 }),
  place: text(words('提取地点', 'Place'), { personal: true, max: 200 }),
  monitoring: optional(yes(words('电子技术监控设备自动记录', 'Recorded by a monitoring device by itself'), { hint: words('须经审核符合要求，才能作为证据（第41条第2款）', 'Evidence only once its content was reviewed (41(2))') })),
  doubtful: optional(yes(words('真实性尚待查证', 'Its truth is still to be verified'), { hint: words('查证属实以前不能作为依据（第46条第2款）', 'No basis before it is verified (46(2))') })),
  officers,
  files,
})

export const interview = payload({
  evidence: newId(),
  whom: choice(words('被询问人', 'Person interviewed'), { party: words('当事人', 'Party'), witness: words('证人', 'Witness'), other: words('其他有关人员', 'Other person') }),
  party: optional(ref('party', words('当事人', 'Party'), { only: { field: 'whom', is: 'party' } })),
  name: text(words('姓名', 'Name'), { personal: true, max: 60 }),
  identity: optional(text(words('身份证号、单位及职务', 'ID number, employer, position'), { personal: true, max: 200 })),
  place: text(words('询问地点', 'Place'), { personal: true, max: 200 }),
  until: moment(words('结束时间', 'Ended at')),
  certificateShown: yes(words('已出示执法证件', 'Certificates shown')),
  recusalTold: yes(words('已告知申请回避等权利义务', 'Right of recusal told')),
  questions: list(words('询问内容', 'Questions and answers'), group(words('问答', 'Question and answer'), { question: text(words('问', 'Question'), { personal: true }), answer: text(words('答', 'Answer'), { personal: true, rows: 2 }) }), { min: 1 }),
  signed: choice(words('签名', 'Signature'), { signed: words('核对无误后签名', 'Read and signed'), refused: words('拒绝签名', 'Refused to sign') }),
  proves,
  officers,
  files,
})

export const recordScene = payload({
  evidence: newId(),
  party: optional(party),
  place: text(words('检查（勘验）地点', 'Place'), { personal: true, max: 200 }),
  until: moment(words('结束时间', 'Ended at')),
  certificateShown: yes(words('已出示执法证件', 'Certificates shown')),
  recusalTold: yes(words('已告知申请回避等权利义务', 'Right of recusal told')),
  findings: text(words('现场情况', 'What was found'), { personal: true, rows: 8, max: 8000 }),
  present: optional(text(words('在场人员', 'Persons present'), { personal: true, max: 200 })),
  signed: choice(words('签名', 'Signature'), { signed: words('核对无误后签名', 'Read and signed'), refused: words('拒绝签名', 'Refused to sign'), absent: words('不在场', 'Absent') }),
  witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 60 })),
  proves,
  officers,
  files,
})

export const orderToCorrect = payload({
  party,
  conduct: text(words('违法行为', 'Conduct'), { personal: true, rows: 3 }),
  basis: text(words('依据', 'Basis'), { max: 400 }),
  demands: text(words('改正内容和要求', 'What must be corrected'), { personal: true, rows: 3 }),
  by: optional(day(words('改正期限', 'Correct by'))),
})

export const thing = group(words('物品', 'Thing'), {
  id: newId(),
  name: text(words('名称', 'Name'), { personal: true, max: 100 }),
  model: optional(text(words('规格型号', 'Model'), { personal: true, max: 100 })),
  quantity: count(words('数量', 'Quantity')),
  unit: text(words('单位', 'Unit'), { max: 10 }),
  state: optional(text(words('性状', 'Condition'), { personal: true, max: 100 })),
})

export const proposeRegistration = payload({
  party,
  reason: text(words('先行登记保存的理由', 'Why evidence may be lost'), { personal: true, rows: 3 }),
  things: list(words('拟登记保存物品', 'Things to register'), thing, { min: 1 }),
})

export const urgent = optional(yes(words('情况紧急，当场实施', 'On the spot, in urgency'), { hint: words('二十四小时内向负责人报告并补办批准手续', 'Report to a head and have it approved within 24 hours') }))

export const registerEvidence = payload({
  party,
  place: text(words('保存地点', 'Where it is kept'), { personal: true, max: 200 }),
  custodian: text(words('保管人', 'Custodian'), { personal: true, max: 60 }),
  urgent,
  things: list(words('登记保存物品', 'Things registered'), thing, { min: 1 }),
  officers,
  files,
})

const disposals = {
  return: words('返还', 'Return'),
  confiscate: words('没收', 'Confiscate'),
  destroy: words('销毁', 'Destroy'),
  sell: words('拍卖、变卖', 'Auction or sale'),
  'used-up': words('检验耗用', 'Used up by the test'),
  sample: words('抽样送检', 'Test'),
  'hand-over': words('移送', 'Hand over'),
  seize: words('转为查封扣押', 'Turn into sealing or seizure'),
} as const

export const disposal = group(words('处理', 'Disposal'), {
  held: ref('held', words('物品', 'Thing')),
  disposal: choice(words('处理方式', 'Disposal'), disposals),
})

export const disposeRegistered = payload({
  disposals: list(words('处理意见', 'Disposals'), disposal, { min: 1 }),
  reason: text(words('理由', 'Reason'), { personal: true, rows: 2, max: 1000 }),
})

export const carryOutDisposal = payload({
  held: list(words('物品', 'Things'), ref('held', words('物品', 'Thing')), { min: 1 }),
  how: text(words('执行情况', 'How it was carried out'), { personal: true, rows: 2, max: 1000 }),
  officers,
  files,
})

export const lapse = payload({ due: day(words('期限届满日', 'Last day of the term')) })

export const violation = group(words('违法行为', 'Violation'), {
  id: newId(),
  item: ref('item', words('执法事项', 'Item')),
  conduct: text(words('行为概述', 'Conduct in short'), { personal: true, rows: 3 }),
  place: text(words('发生地点', 'Place'), { personal: true, max: 200 }),
  township: optional(ref('township', words('所在乡镇（街道）', 'Township'), { hint: words('处罚权已赋予乡镇的，由其行使', 'Where the power was given to the township, it is the township’s') })),
  from: day(words('开始日期', 'From')),
  until: day(words('终了日期', 'Until')),
  parties: list(words('涉及当事人', 'Parties'), party, { min: 1, max: 20 }),
  harm: yes(words('涉及公民生命健康安全、金融安全且有危害后果', 'Harm to life, health or financial safety')),
})

export const proposeFiling = payload({
  parties: list(words('当事人', 'Parties'), party, { min: 1, max: 20 }),
  standing: optional(
    list(
      words('单位违法的责任人员、身份待查明的当事人', 'Responsible persons of a unit, parties not identified yet'),
      group(words('当事人', 'Party'), {
        party,
        as: choice(words('身份', 'Standing'), { responsible: words('直接负责的主管人员或者其他直接责任人员', 'Directly responsible person'), unidentified: words('身份待查明', 'Not identified yet') }),
      }),
      { max: 20 },
    ),
  ),
  violations: list(words('涉嫌违法行为', 'Suspected violations'), violation, { min: 1, max: 20 }),
  team: list(words('承办人（两名以上）', 'Handling team (two at least)'), ref('officer', words('执法人员', 'Officer')), { min: 1, max: 10 }),
  reason: text(words('立案理由', 'Why it should be filed'), { personal: true, rows: 4 }),
})

export const proposeNotFiling = payload({
  reason: text(words('不予立案理由', 'Why it should not be filed'), { personal: true, rows: 4 }),
})

export const serve = payload({
  document: ref('act', words('送达的文书', 'Document served')),
  party: ref('party', words('受送达人', 'Party')),
  method: choice(words('送达方式', 'Method'), { direct: words('直接送达', 'Direct'), left: words('留置送达', 'Left'), post: words('邮寄送达', 'Post'), electronic: words('电子送达', 'Electronic'), entrusted: words('委托送达', 'Entrusted'), forwarded: words('转交送达', 'Forwarded'), announcement: words('公告送达', 'Announcement') }, { hint: words('由本机关在此发出的电子送达、公告送达，以同名事项办理；这里登记已在别处完成的。', 'What this body sends or announces from here is an act of its own; recorded here is what was done elsewhere.') }),
  place: text(words('送达地点', 'Place'), { personal: true, max: 200 }),
  receiver: optional(text(words('签收人及与受送达人关系', 'Received by'), { personal: true, max: 100 })),
  received: optional(day(words('签收日期（邮寄）', 'Received on (post)'), { only: { field: 'method', is: 'post' } })),
  outcome: choice(words('结果', 'Outcome'), { received: words('已签收', 'Received'), refused: words('拒收', 'Refused'), failed: words('未能送达', 'Failed') }),
  witnessed: optional(yes(words('有见证人', 'Witnessed'), { only: { field: 'method', is: 'left' } })),
  witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 60, only: { field: 'method', is: 'left' } })),
  recording: optional(ref('file', words('录像', 'Recording'), { only: { field: 'method', is: 'left' } })),
  confirmation: optional(ref('file', words('当事人签订的电子送达确认书', 'Signed consent to electronic service'), { only: { field: 'method', is: 'electronic' } })),
  entered: optional(day(words('到达受送达人系统的日期', 'Entered his system on'), { only: { field: 'method', is: 'electronic' } })),
  untraceable: optional(ref('evidence', words('下落不明的证据', 'Evidence that he cannot be found'), { only: { field: 'method', is: 'announcement' } })),
  officers,
  files,
})

export const stateDefence = payload({
  party,
  form: choice(words('方式', 'Form'), { written: words('书面', 'In writing'), oral: words('口头', 'Orally') }),
  statement: text(words('陈述、申辩内容', 'Statement'), { personal: true, rows: 6, max: 8000 }),
  files,
})

export const requestHearing = payload({ party, reason: optional(text(words('理由', 'Reason'), { personal: true, max: 1000 })), files })

export const waiveDefence = payload({
  party,
  waived: list(words('放弃的权利', 'What is waived'), choice(words('权利', 'Right'), { defence: words('陈述、申辩', 'Defence'), hearing: words('听证', 'Hearing') }), { min: 1, max: 2 }),
  files,
})

export const recheckDefence = payload({
  party,
  adopted: choice(words('复核意见', 'Result'), { adopted: words('采纳', 'Adopted'), partly: words('部分采纳', 'Partly adopted'), 'not-adopted': words('不予采纳', 'Not adopted') }),
  reasons: text(words('复核情况和理由', 'What was checked, and why'), { personal: true, rows: 4 }),
})

export const recordPayment = payload({
  item: ref('performance', words('缴纳项目', 'Item paid')),
  amount: money(words('金额', 'Amount')),
  surcharge: optional(yes(words('缴纳的是加处罚款', 'This pays the surcharge'))),
  channel: choice(words('缴纳方式', 'Channel'), { bank: words('银行或者电子支付', 'Bank or electronic'), 'on-the-spot': words('当场收缴', 'On the spot') }),
  ground: optional(choice(words('当场收缴事由', 'Ground of on-the-spot collection'), { small: words('一百元以下（第68条第1项）', 'Up to 100 yuan (68(1))'), 'hard-later': words('事后难以执行（第68条第2项）', 'Hard to enforce later (68(2))'), remote: words('边远、水上、交通不便，当事人提出（第69条）', 'Remote place, at the party’s request (69)') }, { only: { field: 'channel', is: 'on-the-spot' } })),
  receipt: text(words('票据号码', 'Receipt number'), { max: 60 }),
  paidOn: day(words('缴款日期', 'Paid on')),
  files,
})

export const issueDemand = payload({
  party,
  amount: optional(money(words('催告缴纳的本金', 'Principal demanded'))),
  surcharge: optional(money(words('截至当日的加处罚款', 'Surcharge up to this day'))),
  by: day(words('履行期限', 'Perform by')),
  how: text(words('履行方式、给付方式', 'How to perform or pay'), { max: 400 }),
})

export const recordPerformance = payload({
  item: ref('performance', words('处罚项目', 'Item performed')),
  how: text(words('执行情况', 'How it was performed'), { personal: true, rows: 2, max: 1000 }),
  doneOn: day(words('执行日期', 'Done on')),
  files,
})

export const proposeClosing = payload({ summary: text(words('案件办理和执行情况', 'How it was handled and performed'), { personal: true, rows: 4 }) })

export const archive = payload({
  retention: choice(words('保管期限', 'Kept for'), { permanent: words('永久', 'Permanently'), 'thirty-years': words('30年', '30 years'), 'ten-years': words('10年', '10 years') }),
  notes: text(words('备考说明', 'Notes on the file'), { personal: true, rows: 2, max: 1000 }),
})

const refusals = {
  disputed: words('对内容有异议', 'Disputes what it says'),
  unexplained: words('未说明理由', 'Gave no reason'),
  absent: words('离开现场', 'Left the place'),
  other: words('其他理由', 'Another reason'),
} as const

export const attachScan = payload({
  document: ref('document', words('文书', 'Document')),
  files: list(words('签名盖章件扫描页', 'Scanned pages'), ref('file', words('文件', 'File')), { min: 1, max: 100 }),
  signed: choice(words('签收情况', 'Signature'), { signed: words('已签名', 'Signed'), refused: words('拒绝签名', 'Refused') }),
  reason: optional(text(words('拒签理由', 'Why refused'), { personal: true, max: 300, only: { field: 'signed', is: 'refused' } })),
  refusal: optional(choice(words('拒签情况', 'How he refused'), refusals, { only: { field: 'signed', is: 'refused' } })),
  witnessed: optional(yes(words('有见证人签名或者录音录像', 'Witnessed, or recorded'), { only: { field: 'signed', is: 'refused' } })),
  witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 60 })),
  compared: yes(words('已与原件核对', 'Compared with the original')),
  entries: optional(list(words('执法人员签名确认的记录', 'Records the officers’ signatures confirm'), ref('entry', words('记录', 'Record')), { max: 20 })),
  signers: optional(list(words('签名的执法人员', 'Officers who signed'), ref('officer', words('执法人员', 'Officer')), { max: 10 })),
})
