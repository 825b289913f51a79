import type { Frame } from './document.ts'

/** One small and one large set of fields for every kind of document; all names invented. For tests, measurement and looking at. */
export const sampleFrame: Frame = {
  body: { name: '云岭县市场监督管理局', short: '云市监' },
  number: '云市监罚〔2026〕12号',
  code: 'K7QM-2XHD-9RTA',
  verifyUrl: 'https://faheng.yunling.example/verify/K7QM-2XHD-9RTA',
  date: '2026-11-23',
}

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

const company = {
  type: 'legal-person',
  name: '云岭县鲜满仓商贸有限公司',
  idNumber: '91530000MA6K00000X',
  representative: '郑明远',
  address: '云岭县城关镇迎宾大道118号鑫源商业广场负一层A区016号至028号商铺',
  phone: '0870-5550118',
}
const shop = { type: 'individual-business', name: '云岭县老街坊副食店', idNumber: '92530000MA6K11111Y', representative: '高秀兰', address: '云岭县河口乡农贸市场12号' }
const person = { type: 'person', name: '高秀兰', gender: '女', birth: '1979-04-18', idNumber: '53000019790418002X', address: '云岭县河口乡青石村三组45号', phone: '13800000000' }
const officers = [
  { name: '周立群', certificate: '25060216001' },
  { name: '何思敏', certificate: '25060216018' },
]
const contact = { officers: '周立群、何思敏', phone: '0870-5552315', address: '云岭县城关镇文化路66号市场监督管理局412室' }
const remedy = { reviewOrgan: '云岭县人民政府', onlineChannel: '全国行政复议服务平台（https://review.example）', court: '云岭县人民法院' }
const approvals = [
  { role: '办案机构负责人意见', opinion: '经审查，线索来源清楚，有初步证据证明当事人涉嫌违法，属于本机关管辖，同意承办人意见，请局领导审批。', name: '李建国', on: '2026-09-02' },
  { role: '行政机关负责人意见', opinion: '同意。', name: '王振华', on: '2026-09-03' },
]
const proposal = { opinion: '建议予以立案，由周立群、何思敏办理。', officers, on: '2026-09-02' }
const from = '2026-08-31T01:30:00.000Z'
const to = '2026-08-31T03:05:00.000Z'
const cause = '涉嫌销售超过保质期的食品'

const foodLaw = (article: number, paragraph?: number, item?: number) => ({
  statute: '食品安全法',
  article,
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(item === undefined ? {} : { item }),
})

const facts =
  '2026年8月31日，本机关执法人员依法对当事人的经营场所进行检查，在其冷藏货架上发现待售的“山泉牌”纯牛奶（规格250毫升×12盒，生产日期2026年1月10日，保质期6个月）18箱、“田园牌”低温火腿肠（规格400克，生产日期2026年5月2日，保质期90天）46袋，均已超过标签标示的保质期。当事人于2026年6月5日购进上述纯牛奶30箱，购进单价38元，销售单价52元；自2026年7月11日至检查当日，已售出超过保质期的纯牛奶12箱，销售金额624元，获利168元。涉案食品货值金额共计2526元。'

const longText = (n: number) => times(n, (i) => `${i + 1}．${facts}`).join('\n')

const violation = {
  conduct: '销售超过保质期的食品',
  facts,
  evidence: [
    { name: '现场笔录1份、现场照片12张', proves: '当事人在其经营场所待售超过保质期食品的事实' },
    { name: '对当事人法定代表人的询问笔录2份', proves: '当事人购进、销售涉案食品的时间、数量、价格' },
    { name: '进货票据、销售系统记录复制件各1份', proves: '涉案食品的货值金额和违法所得' },
    { name: '营业执照、食品经营许可证复制件各1份', proves: '当事人的主体资格' },
  ],
  violated: [foodLaw(34, undefined, 10)],
  basis: [foodLaw(124, 1, 5)],
}
const second = {
  conduct: '未按规定建立并遵守进货查验记录制度',
  facts: '当事人采购“田园牌”低温火腿肠时，未查验供货者的许可证和食品出厂检验合格证或者其他合格证明，也未如实记录食品的名称、规格、数量、生产日期或者生产批号、保质期、进货日期以及供货者名称、地址、联系方式等内容。经责令限期改正，当事人已于2026年9月5日改正。',
  evidence: [{ name: '进货查验记录本复制件1份' }, { name: '责令改正通知书及复查记录各1份', proves: '证明当事人已经改正的事实' }],
  violated: [foodLaw(53, 2)],
  basis: [foodLaw(126, 1, 3)],
}
const bare = { conduct: '销售超过保质期的食品', facts: '当事人销售超过保质期的糕点2袋。', evidence: [{ name: '现场笔录' }], violated: [foodLaw(34, undefined, 10)], basis: [foodLaw(124, 1, 5)] }
const penalties = [
  { kind: 'warning', violation: 2 },
  { kind: 'confiscate-goods', detail: '超过保质期的“山泉牌”纯牛奶18箱、“田园牌”低温火腿肠46袋', violation: 1 },
  { kind: 'confiscate-gains', amount: 16_800, violation: 1 },
  { kind: 'fine', amount: 5_000_000, violation: 1 },
]
const goods = times(40, (i) => ({
  name: ['“山泉牌”纯牛奶', '“田园牌”低温火腿肠', '“谷香”全麦面包', '“果然”酸奶饮品'][i % 4],
  specification: `250毫升×12盒，批号202601${String(10 + i)}`,
  quantity: String(3 + i),
  unit: ['箱', '袋', '个', '瓶'][i % 4],
  condition: i % 3 === 0 ? '包装完好，冷藏保存，已过保质期' : '完好',
  ...(i % 5 === 0 ? { remark: '含开封1件' } : {}),
}))
const discretion =
  '当事人积极配合调查，主动提供进货来源和销售记录，并在案发后立即下架、召回涉案食品，尚无证据表明造成人身损害；其违法行为持续时间较短，涉案货值金额较小。根据《中华人民共和国行政处罚法》第三十二条第（一）项及本省市场监督管理行政处罚裁量权基准的规定，属于从轻处罚情形，适用从轻裁量阶次，拟处罚款在法定幅度最低百分之三十以内。'

const decided = { number: '云市监罚〔2026〕12号', on: '2026-11-05', servedOn: '2026-11-09' }

interface Sample {
  readonly least: unknown
  readonly most: unknown
}

export const samples: Readonly<Record<string, Sample>> = {
  'source-registration': {
    least: { channel: 'inspection', receivedAt: from, informantSealed: false, summary: '日常检查发现。', materials: [], registrar: '陈雨', registeredOn: '2026-08-31', approvals: [] },
    most: {
      channel: 'report', externalNumber: '12315-2026-0830-000417', receivedAt: from, suspect: company.name, suspectAddress: company.address, suspectPhone: company.phone,
      informantSealed: true, summary: longText(2), materials: ['购物小票照片2张', '商品照片5张', '录像1段（1分20秒）'], registrar: '陈雨', registeredOn: '2026-08-31',
      approvals: [{ role: '处理意见', opinion: '请执法大队核查，并于十五个工作日内决定是否立案。', name: '李建国', on: '2026-08-31' }],
    },
  },
  'filing-approval': {
    least: { outcome: 'not-file', cause, source: '投诉', discoveredOn: '2026-08-31', parties: [], summary: '经核查，投诉事项不属实。', suspected: [], reason: '没有违法事实。', team: [], proposal: { ...proposal, opinion: '建议不予立案。' }, approvals: [] },
    most: {
      outcome: 'file', cause, source: '举报（12315-2026-0830-000417）', discoveredOn: '2026-08-31', parties: [company, person], summary: longText(5), suspected: [foodLaw(34, undefined, 10), foodLaw(53, 2)],
      reason: '有初步证据证明当事人存在违反食品安全法律规定的行为，依据法律应当给予行政处罚，属于本机关管辖，且在给予行政处罚的法定期限内，符合立案条件。', team: officers, proposal, approvals, remark: '本案与投诉件并案办理。',
    },
  },
  'change-approval': {
    least: { change: 'drop', cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', parties: shop.name, before: [person.name], after: [], reason: '经查不是违法行为人。', evidence: [], proposal, approvals: [] },
    most: {
      change: 'violations', cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', parties: `${company.name}、${person.name}`, before: [], after: times(6, (i) => `第${i + 1}项：${second.facts}`), reason: longText(2),
      evidence: times(12, (i) => `证据${i + 1}：进货查验记录本复制件1份`), proposal: { ...proposal, opinion: longText(1) }, approvals,
    },
  },
  'scene-record': {
    least: { from, to, place: '云岭县河口乡农贸市场12号', party: shop, officers, recorder: '何思敏', rightsTold: true, record: '现场未发现异常。', attachments: [] },
    most: {
      from, to: '2026-09-01T03:05:00.000Z', place: company.address, party: company, attendant: '孙晓梅', attendantRole: '店长', attendantId: '530000198805060041', officers, recorder: '何思敏', witness: '张国庆（市场物业工作人员）', rightsTold: true,
      recusal: '现场人员表示听清楚，不申请回避。', record: longText(6), attachments: ['现场照片12张', '全过程录像1段（95分钟）', '先行登记保存证据物品清单1份'],
      signature: { state: 'refused', reason: '现场人员称需等法定代表人到场', witness: '张国庆' },
    },
  },
  're-inspection-record': {
    least: { at: from, place: '云岭县河口乡农贸市场12号', party: shop, demands: '公示食品经营许可证。', officers, rightsTold: true, record: '食品经营许可证已悬挂在店堂正面墙上。', result: '已按要求改正', attachments: [] },
    most: {
      at: from, place: company.address, party: company, orderNumber: '云市监责改〔2026〕7号', orderedOn: '2026-09-01', by: '2026-09-10', demands: '1. 立即下架全部超过保质期的食品\n2. 健全进货查验记录制度，如实记录食品的名称、规格、数量。', officers, attendant: '孙晓梅（店长）', witness: '张国庆（市场物业工作人员）', rightsTold: false,
      record: longText(4), result: '部分改正', attachments: ['现场照片6张', '进货查验记录复印件3份'], signature: { state: 'refused', reason: '在场人员称需等法定代表人到场', witness: '张国庆' },
    },
  },
  'interview-record': {
    least: { from, to, times: 1, place: '本机关询问室', matter: cause, person: { name: '高秀兰' }, officers, recorder: '何思敏', rightsTold: true, dialogue: [{ question: '请介绍你的基本情况。', answer: '我是店主。' }] },
    most: {
      from, to, times: 2, place: '云岭县市场监督管理局第二询问室', matter: `${company.name}${cause}`,
      person: { name: '郑明远', gender: '男', birth: '1984-02-29', idNumber: '530000198402290011', employer: company.name, position: '执行董事兼总经理', address: '云岭县城关镇翠湖小区8幢2单元1502室', phone: '13900000000', relation: '当事人法定代表人' },
      officers, recorder: '何思敏', rightsTold: true,
      dialogue: times(24, (i) => ({ question: `请你说明第${i + 1}批涉案食品的购进时间、数量、价格、供货者，以及是否查验了供货者的许可证和产品合格证明？`, answer: i % 4 === 3 ? facts : '这批货是我安排采购员从县城批发市场购进的，当时查看了送货单，没有留存供货者的资质材料，具体数量以系统记录为准。' })),
      corrections: '第三页第二行“十八箱”更正为“十二箱”。', signature: { state: 'signed' },
    },
  },
  'evidence-list': {
    least: { form: 'list', cause, on: '2026-08-31', rows: [{ kind: 'physical', name: '面包', quantity: '2袋' }], officers },
    most: {
      form: 'extraction', cause, provider: company.name, place: company.address, on: '2026-08-31',
      rows: times(32, (i) => ({ kind: ['documentary', 'physical', 'audiovisual', 'electronic', 'scene-record'][i % 5], name: `进货票据（编号20260605-${i + 1}）复制件`, quantity: `${(i % 4) + 1}份`, source: '由当事人提供，经核对与原件一致，执法人员现场复印', proves: '证明涉案食品购进时间、数量和价格' })),
      officers, signature: { state: 'signed' },
    },
  },
  demand: {
    least: { party: shop, unperformed: '罚款500元', by: '2026-12-10', how: '到指定银行缴纳', contact },
    most: { party: company, decisionNumber: '云市监罚〔2026〕12号', decidedOn: '2026-09-20', servedOn: '2026-09-22', unperformed: '罚款50000元\n没收违法所得168元', amount: 5_016_800, surcharge: 4_500_000, by: '2026-12-10', how: '持缴款通知书到云岭县农村商业银行城关支行缴纳，也可以通过电子支付渠道缴纳', contact },
  },
  'order-to-correct': {
    least: { party: shop, facts: '未公示食品经营许可证。', violated: [foodLaw(53, 2)], basis: [{ statute: '行政处罚法', article: 28, paragraph: 1 }], corrections: ['公示许可证'], contact, remedy: { reviewOrgan: '云岭县人民政府', court: '云岭县人民法院' } },
    most: {
      party: company, facts: longText(2), violated: [foodLaw(34, undefined, 10), foodLaw(53, 2)], basis: [{ statute: '行政处罚法', article: 28, paragraph: 1 }, foodLaw(126, 1)], by: '2026-09-10',
      corrections: times(8, (i) => `自收到本通知书之日起${i + 1}日内，完善食品进货查验记录制度，如实记录食品的名称、规格、数量、生产日期、保质期、进货日期以及供货者信息，并保存相关凭证`),
      consequence: '逾期不改正的，本机关将依照《中华人民共和国食品安全法》第一百二十六条第一款的规定处五千元以上五万元以下罚款；情节严重的，责令停产停业，直至吊销许可证。', contact, remedy,
    },
  },
  rectification: {
    least: { party: shop, title: '行政处罚决定书', on: '2026-11-05', corrections: [{ place: '落款', wrong: '2026年11月6日', right: '2026年11月5日' }], remedyTerm: false, contact },
    most: { party: company, title: '行政处罚决定书', number: '云市监罚〔2026〕12号', on: '2026-11-05', corrections: times(8, (i) => ({ place: `第${i + 1}页第二段`, wrong: '货值金额共计2562元，违反了《中华人民共和国食品安全法》的有关规定', right: '货值金额共计2526元，违反了《中华人民共和国食品安全法》的有关规定' })), remedyTerm: true, contact },
  },
  'registration-notice': {
    least: { party: person, suspicion: '无照经营', goods: goods.slice(0, 1), place: '本机关仓库', custodian: '何思敏', onSite: false, from: '2026-08-31', officers, contact },
    most: { party: company, suspicion: `涉嫌销售超过保质期的食品、未按规定建立并遵守进货查验记录制度`, goods, place: company.address, custodian: '孙晓梅', onSite: true, condition: '2～6℃冷藏，单独存放并加贴封条', from: '2026-08-31', until: '2026-09-09', officers, contact, signature: { state: 'refused', reason: '当事人对数量有异议', witness: '张国庆' } },
  },
  'registration-disposal': {
    least: { party: shop, noticeNumber: '云市监登保〔2026〕8号', noticeDate: '2026-08-31', rows: [{ name: '糕点', quantity: '2袋', disposal: 'release' }], contact },
    most: { party: company, noticeNumber: '云市监登保〔2026〕9号', noticeDate: '2026-08-31', rows: goods.map(({ name, quantity, unit }, i) => ({ name, quantity: `${quantity}${unit}`, disposal: ['release', 'copy', 'seize', 'appraise'][i % 4], ...(i % 6 === 0 ? { remark: '当场返还' } : {}) })), contact },
  },
  'investigation-report': {
    least: { cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', source: '日常检查', parties: [shop], course: '已查清。', violations: [bare], circumstances: '无从轻从重情节。', proposals: [{ party: shop.name, penalties: [{ kind: 'warning' }] }], officers, on: '2026-10-09' },
    most: {
      cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', source: '12315平台举报', parties: [company, person], course: longText(3), violations: [violation, second, { ...violation, facts: longText(3) }],
      normComparison: '违法行为发生时和处罚决定作出时适用的法律规定未发生变化。', sameAct: '经查询全县记录，当事人此前无同一违法行为被处以罚款的记录。', circumstances: discretion, held: '先行登记保存的纯牛奶18箱、火腿肠46袋，已依法扣押。', corrected: '当事人已于2026年9月5日完成改正。',
      proposals: [{ party: company.name, reason: discretion, penalties }, { party: person.name, reason: '直接负责的主管人员，建议处罚款。', penalties: [{ kind: 'fine', amount: 1_000_050 }] }], officers, on: '2026-10-09',
    },
  },
  'legal-review-opinion': {
    least: { cause, filingNumber: '云市监立〔2026〕31号', party: shop.name, unit: '执法大队', submittedOn: '2026-10-10', round: 1, ground: '普通程序案件', proposal: '警告。', checks: [], conclusion: 'agree', opinion: '同意。', reviewer: '吴晓峰', on: '2026-10-11' },
    most: {
      cause, filingNumber: '云市监立〔2026〕31号', party: `${company.name}、${person.name}`, unit: '综合行政执法大队', submittedOn: '2026-10-10', round: 2, ground: '直接关系当事人重大权益，经过听证程序', proposal: longText(2), proposalHash: '5f1c9a27e0b84d1c9e2f6a7b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f',
      checks: ['执法主体是否合法，执法人员是否具备执法资格', '是否具有管辖权', '当事人基本情况是否清楚', '案件事实是否清楚，证据是否合法充分', '定性是否准确', '适用法律、法规、规章是否准确', '裁量基准运用是否适当', '程序是否合法', '是否超越执法机关法定权限', '执法文书是否完备、规范', '违法行为是否涉嫌犯罪、需要移送司法机关', '其他应当审核的内容'].map((point, i) => ({ point, result: i === 10 ? 'not-applicable' : i === 7 ? 'fail' : 'pass', ...(i % 3 === 1 ? { remark: '证据之间能够相互印证，形成完整的证据链；程序文书送达日期补正后符合规定。' } : {}) })),
      conclusion: 'correct', opinion: longText(2), reviewer: '吴晓峰', qualification: 'A20165300000000', on: '2026-10-11',
    },
  },
  'penalty-notice': {
    least: { party: person, cause, violations: [bare], penalties: [{ kind: 'fine', amount: 50_000 }], defenceDays: 5, contact },
    most: { party: company, cause, violations: [violation, second], discretion, penalties, defenceDays: 5, hearing: { ground: '本机关拟作出较大数额罚款、没收较大价值非法财物的行政处罚', days: 5 }, replaces: '云市监罚告〔2026〕20号', contact },
  },
  'defence-record': {
    least: { form: 'oral', from, to, place: '本机关', cause, party: shop.name, speaker: '高秀兰', officers, recorder: '何思敏', statements: '没有意见。', materials: [] },
    most: {
      form: 'written', from, to, place: '云岭县市场监督管理局412室', cause, party: company.name, speaker: '郑明远', speakerRole: '法定代表人', speakerId: '530000198402290011', phone: '13900000000', officers, recorder: '何思敏', statements: longText(4), materials: ['情况说明1份', '召回公告照片3张'],
      recheck: { claims: times(6, (i) => ({ claim: `当事人主张第${i + 1}项：涉案食品系供货者临近保质期供货，且当事人已主动下架、召回，未造成危害后果，请求从轻处罚。`, finding: facts, accepted: i % 2 === 0 })), conclusion: '经复核，当事人部分理由成立，予以采纳；不因陈述申辩加重处罚。', officers, on: '2026-10-28' },
      signature: { state: 'signed' },
    },
  },
  'collective-minutes': {
    least: { cause, filingNumber: '云市监立〔2026〕31号', from, to, place: '三楼会议室', chair: '王振华', members: [{ name: '王振华', position: '局长' }, { name: '赵海', position: '副局长' }], attending: [], recused: [], reporter: '周立群', recorder: '何思敏', ground: '案情复杂', summary: '略述案情。', proposal: '警告。', opinions: [], conclusion: '一致同意。' },
    most: {
      cause, filingNumber: '云市监立〔2026〕31号', from, to, place: '云岭县市场监督管理局三楼会议室', chair: '王振华（局长）', members: times(7, (i) => ({ name: ['王振华', '赵海', '钱文', '孙一鸣', '李想', '周倩', '吴刚'][i], position: i === 0 ? '党组书记、局长' : '党组成员、副局长' })),
      attending: [{ name: '吴晓峰', position: '法规股股长（法制审核人员）' }, ...officers.map(({ name }) => ({ name, position: '承办人' }))], recused: [{ name: '冯涛', reason: '与当事人法定代表人有亲属关系' }], reporter: '周立群', recorder: '何思敏', ground: '拟作出较大数额罚款，且举行过听证', summary: longText(3), proposal: longText(1), proposalHash: '5f1c9a27e0b84d1c9e2f6a7b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f',
      opinions: times(9, (i) => ({ name: ['王振华', '赵海', '钱文', '孙一鸣', '李想', '周倩', '吴刚', '吴晓峰', '周立群'][i], opinion: discretion })), conclusion: '出席人员一致同意拟处理意见：没收违法所得168元，没收涉案食品，罚款50000元，并给予警告。',
    },
  },
  'decision-approval': {
    least: { outcome: 'no-penalty', cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', parties: [shop], violations: [bare], penalties: [], proposal, approvals: [] },
    most: {
      outcome: 'penalty', cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', parties: [company], violations: [violation, second, { ...violation, facts: longText(2) }], review: '2026年10月11日审核通过。', notice: '2026年10月15日送达行政处罚告知书。', defence: longText(1), discussion: '2026年11月2日经集体讨论，一致同意。', discretion, penalties, proposalHash: '5f1c9a27e0b84d1c9e2f6a7b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f',
      proposal: { ...proposal, opinion: longText(1) }, approvals,
    },
  },
  'penalty-decision': {
    least: { party: person, course: '2026年8月31日，本机关检查发现当事人的违法行为，同年9月3日立案调查。', violations: [bare], hearingOfParty: '2026年10月15日，本机关向当事人送达了行政处罚告知书，当事人在法定期限内未提出陈述、申辩。', discretion: '当事人的违法行为无从轻、减轻、从重情节。', penalties: [{ kind: 'warning' }], orders: [], goods: [], remedy: { reviewOrgan: '云岭县人民政府', court: '云岭县人民法院' } },
    most: {
      party: company, course: '2026年8月30日，本机关接到举报，反映当事人销售超过保质期的食品。次日，本机关执法人员依法对当事人的经营场所进行检查，对有关证据先行登记保存，并于2026年9月3日立案调查。调查期间，本机关询问了有关人员，调取了购销票据，现已调查终结。', violations: [violation, second, { ...violation, conduct: '经营标签不符合规定的预包装食品', facts: longText(3) }],
      hearingOfParty: '2026年10月15日，本机关向当事人送达了《行政处罚告知书》（云市监罚告〔2026〕21号），告知拟作出行政处罚的内容及事实、理由、依据，以及依法享有的陈述、申辩和要求听证的权利。当事人于10月20日提出陈述申辩，认为涉案食品系供货者临近保质期供货，请求从轻处罚。经复核，当事人主动下架、召回的理由成立，本机关予以采纳；其余理由不能成立，不予采纳。当事人未要求听证。', discretion, penalties,
      orders: ['立即停止销售超过保质期的食品', '自收到本决定书之日起十日内健全食品进货查验记录制度'], goods: ['扣押的“山泉牌”纯牛奶18箱，予以没收并销毁', '先行登记保存的进货票据原件3份，予以返还'],
      payment: { bank: '云岭县农村商业银行城关支行', accountName: '云岭县财政局非税收入专户', account: '5300 0000 0000 0000 118', electronic: '“一码缴费”电子支付系统', days: 15 }, performance: '没收的非法财物自收到本决定书之日起三日内交付本机关。', remedy,
    },
  },
  'no-penalty-decision': {
    least: { party: shop, course: '2026年9月3日立案调查。', violations: [bare], ground: 'first', basis: [], reason: '当事人初次违法且危害后果轻微并及时改正。', orders: [], goods: [], remedy: { reviewOrgan: '云岭县人民政府', court: '云岭县人民法院' } },
    most: {
      party: { ...person, type: 'person' }, course: longText(1), violations: [violation, second], ground: 'minor', basis: [{ statute: '未成年人保护法', article: 113, paragraph: 1 }], reason: discretion, education: '当事人应当学习食品安全法律法规，树立守法意识。', guardian: '责令监护人高大山加以管教，督促其遵守法律。', orders: ['立即停止违法行为'], goods: ['先行登记保存的物品予以返还'], remedy,
    },
  },
  'guardian-order': {
    least: { guardian: '高大山', party: person, ground: 'under-14', conduct: '售卖过期糕点', demands: ['加以管教'], contact, remedy: { reviewOrgan: '云岭县人民政府', court: '云岭县人民法院' } },
    most: {
      guardian: '高大山', relation: '父亲', party: person, decisionNumber: '云市监不罚〔2026〕3号', ground: 'no-capacity', conduct: longText(1),
      demands: times(8, (i) => `自收到本通知书之日起${i + 1}日内，安排专人看管，并送往具备精神专科资质的医疗机构诊治，保存诊疗记录`), contact, remedy,
    },
  },
  'service-receipt': {
    least: { cause, addressee: shop.name, documents: [{ title: '行政处罚告知书' }], method: 'direct', place: shop.address, servers: officers },
    most: {
      cause, addressee: company.name, documents: times(22, (i) => ({ title: ['行政处罚决定书', '责令改正通知书', '先行登记保存证据通知书'][i % 3], number: `云市监罚〔2026〕${i + 1}号`, copies: '1份' })), method: 'left', place: company.address, at: to, recipient: '孙晓梅', relation: '店长',
      refusal: '受送达人的负责人对罚款数额有异议，拒绝签收', witness: '张国庆（城关社区居委会）', tracking: 'XA000000000CN', servers: officers, remark: '留置于受送达人住所，并全程录像（记录仪编号YLSJ-07，18分钟）。',
    },
  },
  'closing-approval': {
    least: { cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', parties: shop.name, ground: 'no-penalty', decision: '不予行政处罚。', performance: [], proposal: { ...proposal, opinion: '建议结案。' }, approvals: [] },
    most: {
      cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', parties: `${company.name}、${person.name}`, decisionNumber: '云市监罚〔2026〕12号', decidedOn: '2026-11-05', servedOn: '2026-11-09', ground: 'performed', decision: longText(2),
      performance: times(12, (i) => ({ item: ['罚款50000元', '没收违法所得168元', '没收涉案食品', '责令改正'][i % 4], result: '已履行，银行回单号2026111800321，经复查确认改正到位', on: '2026-11-18' })), goods: longText(2), remedy: '未申请行政复议，未提起行政诉讼。', proposal: { ...proposal, opinion: '案件已执行完毕，建议结案归档。' }, approvals,
    },
  },
  'enforcement-card': {
    least: { name: '李强', body: '云岭县司法局', fields: [], number: '14019900001', issuer: '省人民政府', until: '2031-03-01', printed: '2026-11-23' },
    most: {
      name: '买买提·阿不都热合曼·吐尔逊', body: '云岭县市场监督管理综合行政执法大队石桥镇派驻执法中队', fields: times(6, (i) => `特种设备和计量监督管理${i + 1}`), number: '晋-140199-2026-000001234', issuer: '国家市场监督管理总局、省人民政府',
      until: '2031-03-01', printed: '2026-11-23', photo: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    },
  },
  'plan-report': {
    least: { county: '云岭县', year: 2026, on: '2026-11-23', public: true, states: [{ title: '暂不能衡量', count: 1 }], parts: [{ title: '一、能力', rows: [{ number: 1, title: '党组织建设', state: '暂不能衡量', rule: '没有数据来源', indicators: [] }] }], bodies: [], tasks: [] },
    most: {
      county: '云岭县', year: 2026, on: '2026-11-23', public: false,
      states: [{ title: '已完成', count: 12 }, { title: '正常推进', count: 20 }, { title: '有风险', count: 3 }, { title: '逾期', count: 5 }, { title: '暂不能衡量', count: 10 }],
      parts: times(6, (i) => ({
        title: `第${i + 1}部分　推进严格规范公正文明执法`,
        rows: times(9, (n) => ({
          number: i * 9 + n + 1, title: '健全跨部门、跨区域、跨层级的行政执法协作机制', state: n % 2 ? '正常推进' : '逾期', rule: '96.4%，已达到95%。', value: 96.4,
          indicators: [{ title: '文书按期送达率', figure: '27/28，96.4%，目标95%', before: '91%', series: times(11, (m) => ({ month: m + 1, share: 90 + m / 2 })), earlier: times(12, (m) => ({ month: m + 1, share: 80 + m })) }],
        })),
      })),
      bodies: times(30, (i) => ({ number: 9, indicator: '持证上岗率', body: `云岭县第${i + 1}综合行政执法队`, figure: '12/12' })),
      tasks: times(30, (i) => ({ number: 6, body: `云岭县第${i + 1}综合行政执法队`, due: '2026-07-31', state: '已采纳', submitted: '2026-07-20' })),
    },
  },
  'case-catalogue': {
    least: { volume: 'main', cause, rows: [] },
    most: { volume: 'main', cause, rows: times(60, (i) => ({ title: ['行政处罚决定书', '送达回证', '行政处罚告知书', '现场笔录', '先行登记保存证据通知书'][i % 5], ...(i % 2 === 0 ? { number: `云市监罚告〔2026〕${i + 1}号` } : {}), responsible: '云岭县市场监督管理局', date: '2026-11-05', from: i * 3 + 1, to: i * 3 + 1 + (i % 3), ...(i % 9 === 0 ? { remark: '复制件' } : {}) })) },
  },
  'case-notes': {
    least: { volume: 'main', documents: 3, pages: 9, notes: '无。', binder: '何思敏', boundOn: '2026-11-23' },
    most: { volume: 'inner', documents: 28, pages: 143, photographs: 36, recordings: 4, notes: longText(2), binder: '何思敏', boundOn: '2026-11-23', checker: '吴晓峰', checkedOn: '2026-11-23' },
  },
  'case-cover': {
    least: { volume: 'main', cause, caseNumber: '云市监立〔2026〕31号', parties: shop.name, handlers: '周立群、何思敏', retention: '30年', pages: 9, documents: 3 },
    most: { volume: 'inner', cause: `${company.name}${cause}、未按规定建立并遵守进货查验记录制度案`, caseNumber: '云市监立〔2026〕31号', parties: `${company.name}、${person.name}`, handlers: '周立群、何思敏', filedOn: '2026-09-03', decidedOn: '2026-11-05', closedOn: '2026-11-20', outcome: '没收违法所得168元，没收非法财物，罚款50000元，警告。', boundOn: '2026-11-23', archiveNumber: 'YLSJ-2026-CF-031', retention: '30年', pages: 143, documents: 28 },
  },
  'hearing-notice': {
    least: { party: person, cause, at: from, place: '本机关二楼会议室', chair: '吴晓峰', open: 'public', shorterNotice: false, contact },
    most: { party: company, cause: `${company.name}${cause}、未按规定建立并遵守进货查验记录制度案`, at: from, place: '云岭县城关镇文化路66号市场监督管理局四楼听证室', chair: '吴晓峰', open: 'closed', closedFor: '商业秘密', shorterNotice: true, contact },
  },
  'hearing-record': {
    least: { cause, at: from, place: '本机关会议室', open: 'public', chair: '吴晓峰', investigators: '周立群、何思敏', attendance: [{ party: shop.name, came: 'present' }], recusalTold: true, course: '当事人表示没有意见。', signature: { state: 'signed' } },
    most: {
      cause, at: from, place: '云岭县市场监督管理局四楼听证室', open: 'closed', chair: '吴晓峰', investigators: '周立群、何思敏',
      attendance: [{ party: company.name, came: 'agent', agents: '孙晓梅（店长）、赵海（律师）' }, { party: person.name, came: 'left' }], others: '记录员陈雨；证人张国庆；旁听人员6人', recusalTold: true, course: longText(8), signature: { state: 'refused', reason: '认为笔录未完整记载其意见', witness: '张国庆' },
    },
  },
  'hearing-report': {
    least: { cause, filingNumber: '云市监立〔2026〕31号', parties: shop.name, heldOn: '2026-10-20', place: '本机关会议室', chair: '吴晓峰', investigators: '周立群、何思敏', attendance: `${shop.name}：本人到场`, summary: '双方没有争议。', conclusion: 'uphold', opinion: '建议维持。', on: '2026-10-21', approvals: [] },
    most: { cause, filingNumber: '云市监立〔2026〕31号', parties: `${company.name}、${person.name}`, heldOn: '2026-10-20', place: '云岭县市场监督管理局四楼听证室', chair: '吴晓峰', investigators: '周立群、何思敏', attendance: `${company.name}：委托代理人到场（孙晓梅、赵海）\n${person.name}：未经许可中途退场`, summary: longText(4), conclusion: 'change', opinion: facts, on: '2026-10-21', approvals: [{ ...approvals[1], role: '行政机关负责人意见' }] },
  },
  'recusal-decision': {
    least: { cause, person: '何思敏', asker: 'himself', party: shop.name, ground: '与案件有直接利害关系', granted: true },
    most: { cause, person: '何思敏', asker: 'party', party: company.name, askedOn: '2026-09-20', ground: '有其他关系可能影响公正执法', granted: false, reason: longText(2) },
  },
  'matter-approval': {
    least: { cause, parties: '待查明', team: '周立群', matter: '移送有管辖权的机关', basis: '《中华人民共和国行政处罚法》第二十五条第二款', reason: '违法行为发生地在邻县。', approvals: [] },
    most: { cause, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', parties: `${company.name}、${person.name}`, team: '周立群、何思敏', matter: '中止调查', basis: '《市场监督管理行政处罚程序规定》第四十六条第一款', ground: '须以相关案件的裁判结果或者其他行政决定为依据', detail: '接收机关：邻县市场监督管理局', reason: longText(3), approvals: [{ ...approvals[1], role: '行政机关负责人意见' }] },
  },
  'transfer-letter': {
    least: { to: '邻县市场监督管理局', cause, reason: '违法行为发生地在你县。', papers: '案件材料共1份3页。', contact },
    most: { to: '邻县市场监督管理局', cause, filedOn: '2026-09-03', reason: longText(2), papers: '案件来源登记表1份；现场笔录2份；询问笔录3份；其他证据材料12份，共48页。', contact },
  },
  'criminal-transfer': {
    least: { cause, parties: shop.name, facts: '销售金额超过五万元。', papers: [], things: [], contact },
    most: { to: '云岭县公安局食品药品环境犯罪侦查大队', cause, parties: `${company.name}、${person.name}`, filedOn: '2026-09-03', facts: longText(3), papers: ['涉嫌犯罪案件情况的调查报告', '涉案物品清单', '有关检验报告或者鉴定结论', '其他有关涉嫌犯罪的材料'], things: goods.slice(0, 12).map(({ name, quantity, unit }) => `${name}　${quantity}${unit}`), contact },
  },
  'handover-list': {
    least: { cause, to: '云岭县公安局', rows: [{ name: '移送书' }], officers, on: '2026-10-20' },
    most: { cause, letterNumber: '云市监罪移〔2026〕2号', to: '云岭县公安局食药环侦大队', rows: goods.map(({ name, quantity, unit, remark }) => ({ name, quantity: `${quantity}${unit}`, ...(remark ? { remark } : {}) })), officers, receivedBy: '马强', on: '2026-10-20' },
  },
  'seizure-decision': {
    least: { party: shop, measure: 'sealed', suspicion: '无证经营', basis: '《中华人民共和国食品安全法》第一百一十条第（四）项', urgent: false, goods: goods.slice(0, 1), officers, contact, remedy },
    most: { party: company, measure: 'seized', suspicion: '涉嫌生产经营不符合食品安全标准的食品', reason: facts, basis: '《中华人民共和国食品安全法》第一百一十条第（四）项、《中华人民共和国行政强制法》第十九条', urgent: true, from: '2026-08-31', goods, officers, contact, remedy },
  },
  'seizure-list': {
    least: { party: shop, measure: 'sealed', goods: goods.slice(0, 1), place: '原地', custodian: '高秀兰', on: '2026-08-31', officers },
    most: { party: company, measure: 'seized', decisionNumber: '云市监强措〔2026〕3号', goods, place: '云岭县市场监督管理局罚没物品仓库（城关镇文化路66号院内）', custodian: '何思敏', on: '2026-08-31', officers },
  },
  'seizure-extension': {
    least: { party: shop, measure: 'sealed', things: '冷藏柜1台', reason: '案情复杂。', contact, remedy },
    most: { party: company, measure: 'seized', since: '2026-08-31', until: '2026-10-30', things: goods.slice(0, 12).map(({ name, quantity, unit }) => `${name}${quantity}${unit}`).join('、'), reason: longText(1), contact, remedy },
  },
  'seizure-release': {
    least: { party: shop, ground: 'lapsed', on: '2026-09-30', rows: [{ name: '冷藏柜', quantity: '1台' }], contact },
    most: { party: company, decisionNumber: '云市监强措〔2026〕3号', ground: 'decided', on: '2026-09-30', rows: goods.map(({ name, quantity, unit }) => ({ name, quantity: `${quantity}${unit}`, since: '2026-08-31' })), contact },
  },
  'sample-record': {
    least: { party: shop, place: '河口乡农贸市场', on: '2026-08-31', goods: goods.slice(0, 1), custodian: '何思敏', officers },
    most: { party: company, place: company.address, on: '2026-08-31', goods: goods.slice(0, 12), base: '抽样基数120箱，备份样品12箱，由当事人就地封存保管', custodian: '何思敏', officers },
  },
  'test-commission': {
    least: { test: 'test', institution: '云岭县检验检测中心', cause, question: '菌落总数是否符合标准', things: [], contact },
    most: { test: 'appraisal', institution: '云岭市食品药品检验检测研究院', cause: `${company.name}${cause}案`, question: longText(1), things: goods.slice(0, 20).map(({ name, quantity, unit }) => ({ name, quantity: `${quantity}${unit}` })), by: '2026-09-20', again: '云岭县检验检测中心2026年9月5日的报告', contact },
  },
  'test-term-notice': {
    least: { party: shop, test: 'test', institution: '云岭县检验检测中心', from: '2026-09-01', contact },
    most: { party: company, test: 'inspection', institution: '云岭市食品药品检验检测研究院', from: '2026-09-01', by: '2026-09-20', contact },
  },
  'test-result-notice': {
    least: { party: shop, test: 'test', institution: '云岭县检验检测中心', conclusion: '合格。', contact },
    most: { party: company, test: 'inspection', institution: '云岭市食品药品检验检测研究院', reported: '2026-09-18', conclusion: longText(1), until: '2026-09-25', contact },
  },
  'informant-notice': {
    least: { outcome: 'not-filed', contact },
    most: { received: '2026-08-30', leadNumber: '云市监线〔2026〕17号', outcome: 'filed', on: '2026-09-03', contact },
  },
  'cancellation-notice': {
    least: { party: shop, cause, held: '本案没有采取措施的财物。', contact },
    most: { party: company, cause: `${company.name}${cause}案`, filingNumber: '云市监立〔2026〕31号', filedOn: '2026-09-03', cancelledOn: '2026-09-20', ground: '当事人错误', held: '本案登记保存、查封、扣押的财物予以全部返还。', contact },
  },
  'reviewer-assignment': {
    least: { cause, body: '云岭县市场监督管理局', reviewer: '吴晓峰', reason: '同意。', assigner: '李正清', on: '2026-10-10' },
    most: { cause: `${company.name}${cause}案`, filingNumber: '云市监立〔2026〕31号', body: '云岭县市场监督管理局', asked: facts, askedOn: '2026-10-09', reviewer: '吴晓峰', reason: '该机关唯一的法制审核人员承办本案，指派县级统筹人员审核。', assigner: '李正清', on: '2026-10-10' },
  },
  'postponement-decision': {
    least: { party: shop, decided: {}, fine: 50_000, reason: '确有经济困难。', instalments: [{ due: '2026-12-31', amount: 50_000 }], contact },
    most: { party: company, decided, fine: 5_000_000, requestedOn: '2026-11-20', reason: '当事人停业整顿，资金周转困难，提交了财务报表和银行流水。', instalments: times(12, (i) => ({ due: `2027-${String(i + 1).padStart(2, '0')}-20`, amount: 416_666 })), contact },
  },
  'surcharge-decision': {
    least: { party: shop, decided: {}, fine: 50_000, unpaid: 50_000, amount: 50_000, reason: '逾期未缴。', contact, remedy: { reviewOrgan: '云岭县人民政府', court: '云岭县人民法院' } },
    most: { party: company, decided, fine: 5_000_000, unpaid: 3_000_000, due: '2026-11-24', demandedOn: '2026-12-01', amount: 3_000_000, reason: longText(1), payment: '持缴款通知书到云岭县农村商业银行城关支行缴纳', contact, remedy },
  },
  'execution-agreement': {
    least: { organ: '云岭县市场监督管理局', party: person, decided: {}, fine: 50_000, unpaid: 50_000, instalments: [{ due: '2026-12-31', amount: 50_000 }], waiver: false, terms: '按期缴纳。', contact },
    most: { organ: '云岭县市场监督管理局', party: company, decided, fine: 5_000_000, unpaid: 5_000_000, instalments: times(12, (i) => ({ due: `2027-${String(i + 1).padStart(2, '0')}-20`, amount: 416_666 })), waiver: true, terms: times(5, () => '乙方以其设备提供担保，并按月向甲方报告经营情况。').join('\n'), contact },
  },
  'court-application': {
    least: { court: '云岭县人民法院', organ: '云岭县市场监督管理局', party: person, decided: {}, items: ['罚款500元'], remedy: '被申请人在法定期限内未申请行政复议、未提起行政诉讼。', reason: '未履行。', contact },
    most: { court: '云岭县人民法院', organ: '云岭县市场监督管理局', address: contact.address, head: '王振华', party: company, decided, items: ['罚款50000元', '没收违法所得168元', '加处罚款50000元'], demandedOn: '2027-06-01', remedy: '被申请人申请行政复议，复议机关于2027年1月20日维持，其后未提起行政诉讼。', reason: longText(2), contact },
  },
  'court-papers': {
    least: { court: '云岭县人民法院', organ: '云岭县市场监督管理局', party: shop.name, rows: [{ material: 'application', title: '强制执行申请书' }] },
    most: { court: '云岭县人民法院', organ: '云岭县市场监督管理局', party: company.name, applicationNumber: '云市监强申〔2027〕1号', rows: times(30, (i) => ({ material: ['application', 'decision', 'demand', 'subject', 'other'][Math.min(4, Math.floor(i / 6))], title: ['行政处罚决定书', '送达回证', '现场笔录'][i % 3], number: `云市监罚〔2026〕${i + 1}号`, on: '2026-11-05' })) },
  },
  'court-authorisation': {
    least: { court: '云岭县人民法院', organ: '云岭县市场监督管理局', party: shop.name, agents: officers.slice(0, 1) },
    most: { court: '云岭县人民法院', organ: '云岭县市场监督管理局', party: `${company.name}、${person.name}`, agents: officers },
  },
  'revocation-decision': {
    least: { party: shop, decided: {}, fault: 'procedure', reason: '未告知听证权利。', contact },
    most: { party: company, decided, fault: 'facts', reason: longText(2), contact },
  },
  'refund-notice': {
    least: { party: shop, decided: {}, rows: [{ name: '罚款', paid: 50_000, amount: 50_000 }], reason: '决定已被撤销。', contact },
    most: { party: company, decided, rows: times(8, () => ({ name: '罚款', paid: 5_000_000, amount: 2_000_000 })), account: '云岭县农村商业银行城关支行　云岭县鲜满仓商贸有限公司　5300 0000 0000 0000 118', reason: '行政复议决定将罚款变更为30000元。', contact },
  },
  'publicity-withdrawal': {
    least: { cause, parties: shop.name, ground: '处罚决定被撤销', published: 'never', on: '2026-12-02', explanation: '决定已被撤销。', handler: '何思敏', entered: '2026-12-02' },
    most: { cause: `${company.name}${cause}案`, parties: `${company.name}、${person.name}`, decisionNumber: '云市监罚〔2026〕12号', ground: '行政复议决定撤销原处罚决定', published: 'withdrawn', on: '2026-12-02', explanation: longText(1), handler: '何思敏', entered: '2026-12-03' },
  },
  'entrustment-letter': {
    least: { organ: '云岭县市场监督管理局', organisation: '云岭县市场监管综合行政执法队', norm: '《某省行政执法条例》第十二条', items: [{ title: '未按规定公示食品经营许可证', basis: '《食品安全法》第一百二十六条' }], authority: '调查取证、当场处罚。', from: '2026-10-01', until: '2028-09-30' },
    most: { organ: '云岭县市场监督管理局', organisation: '云岭县市场监管综合行政执法队', norm: '《某省行政执法条例》第十二条、《市场监督管理行政处罚程序规定》第八条', items: times(30, (i) => ({ title: `${cause}（第${i + 1}种情形）`, basis: '《食品安全法》第一百二十四条第一款第（五）项、《食品安全法实施条例》第六十七条' })), authority: '调查取证、当场处罚；\n五千元以上罚款、没收违法所得、停产停业、吊销许可证件，由委托机关决定。', from: '2026-10-01', until: '2028-09-30' },
  },
  'hearing-refusal': {
    least: { party: shop, cause, ground: 'no-right', reason: '拟罚款数额未达到听证标准。', contact },
    most: { party: company, cause: `${company.name}${cause}案`, askedOn: '2026-10-20', noticeNumber: '云市监罚告〔2026〕9号', ground: 'late', reason: longText(1), contact },
  },
  'service-announcement': {
    least: { party: shop.name, cause, documents: [{ title: '行政处罚决定书' }], notice: false, contact },
    most: { party: company.name, cause: `${company.name}${cause}案`, documents: times(3, (i) => ({ title: '行政处罚告知书', number: `云市监罚告〔2026〕${i + 9}号` })), completed: '2026-12-20', notice: true, contact },
  },
  'service-confirmation': {
    least: { party: shop, cause, address: '云岭县城关镇', electronic: false, contact },
    most: { party: company, cause: `${company.name}${cause}案`, address: '云岭县城关镇迎宾大道118号云岭商贸城一期二栋三层305室', recipient: '孙晓梅', phone: '0870-5550118', electronic: true, account: '电子邮箱 xianmancang@example.cn', contact },
  },
  'execution-notice': {
    least: { party: shop, decided: {}, step: 'halted', items: ['罚款500元'], reason: '当事人暂无履行能力。', contact },
    most: { party: company, decided, step: 'ended', threeYears: '2023-11-20', items: times(6, () => '罚款50000元'), ground: '没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行（第39条第2款）', reason: longText(1), contact },
  },
}
