/** Those who handle cases in one body, with the cookies of their sessions. */
export interface Desk {
  readonly body: string
  readonly unit: string
  readonly item: string
  readonly officers: readonly string[]
  readonly cookies: Readonly<Record<'clerk' | 'unitHead' | 'officer' | 'head', string>>
}

export interface Step {
  readonly who: keyof Desk['cookies']
  readonly kind: string
  /** An approval names the proposal it answers. */
  readonly answers?: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** The acts of one case of the ordinary procedure, from the lead to the filing and the evidence after it: ten, seven of which make a document. */
export function stepsOf({ item, officers }: Desk, party: string, now: number): readonly Step[] {
  const day = (daysAgo: number) => new Date(now - daysAgo * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const until = new Date(now).toISOString()
  const asked = { party, certificateShown: true, recusalTold: true, signed: 'signed', until, officers }
  const collect = (evidence: string, title: string) =>
    ({ who: 'officer', kind: 'collect-evidence', payload: { evidence, kind: 'documentary', title, proves: ['amount'], origin: '由当事人提供，与原件核对一致', place: '人民路1号', officers } }) as const
  return [
    { who: 'clerk', kind: 'register-lead', payload: { source: 'complaint', received: day(1), discoveredOn: day(1), summary: '投诉人反映该店销售的商品不符合规定，要求依法处理。', place: '人民路1号', suspects: [party], realName: true, informant: '投诉人 139-0000-0001' } },
    { who: 'unitHead', kind: 'assign', payload: { team: officers } },
    { who: 'officer', kind: 'record-scene', payload: { ...asked, evidence: 'scene', place: '人民路1号', findings: '货架上陈列有不合规定的商品十二盒，当场拍照取证并作了清点。', present: '负责人', proves: ['conduct', 'amount'] } },
    collect('receipts', '进货票据复印件'),
    { who: 'officer', kind: 'order-to-correct', payload: { party, conduct: '销售不合规定的商品', basis: '《行政处罚法》第二十八条第一款', demands: '立即停止销售，清点下架。' } },
    { who: 'officer', kind: 'interview', payload: { ...asked, evidence: 'interview', whom: 'party', name: '负责人', place: '本机关询问室', questions: [{ question: '这些商品是你们销售的吗？', answer: '是的。' }], proves: ['identity', 'circumstance'] } },
    { who: 'officer', kind: 'propose-filing', payload: { parties: [party], team: officers, violations: [{ id: 'v1', item, conduct: '销售不合规定的商品', place: '人民路1号', from: day(9), until: day(2), parties: [party], harm: false }], reason: '投诉属实，建议立案。' } },
    { who: 'head', kind: 'approve-filing', answers: 'propose-filing', payload: { opinion: '同意立案。' } },
    collect('sales', '销售台账复印件'),
    { who: 'officer', kind: 'collect-evidence', payload: { evidence: 'photographs', kind: 'audiovisual', title: '现场照片十二张', proves: ['conduct'], origin: '执法人员现场拍摄', place: '人民路1号', officers } },
  ]
}
