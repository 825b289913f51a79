import { words } from '../words.ts'
import { byHand, share } from './indicator.ts'
import type { Measure } from './measure.ts'
import { quantities as q } from './quantity.ts'

export const enforcement: readonly Measure[] = [
  {
    number: 9, part: 2, group: 4, responsible: 'A', yearly: '12-31',
    title: words('严格落实行政执法人员资格管理和持证上岗制度', 'Certificate before work'),
    demand: words('培训考试合格、取得执法证件后方可上岗执法，严禁未取得证件的人员执法。', 'Training, exam, certificate, and only then work.'),
    indicators: [share({
      id: '9.certified', title: words('持证上岗率', 'Officers with a valid certificate'), part: q.officersCertified, whole: q.officers,
      better: words('持证比例越高，无资格执法的风险越小。', 'The higher, the fewer act without qualification.'),
    })],
  },
  {
    number: 10, part: 2, group: 4, responsible: 'A', yearly: '12-31',
    title: words('建立健全行政执法人员退出机制', 'Leaving ends the certificate'),
    demand: words('调动、辞职、辞退、退休等离开执法岗位的，及时收回并注销执法证件。', 'On transfer, resignation, dismissal or retirement the card is collected and cancelled.'),
    indicators: [
      share({
        id: '10.same-day', title: words('离岗当日登记率', 'Recorded on the day he left'), part: q.leftSameDay, whole: q.left,
        better: words('当日登记的越多，离岗后仍能执法的空档越少。', 'The higher, the fewer could act after they left.'),
      }),
      share({
        id: '10.cancelled', title: words('证件当日注销率', 'Cancelled on the day of the event'), part: q.cancelledSameDay, whole: q.cancelled,
        better: words('当日注销的越多，失效证件被使用的可能越小。', 'The higher, the less a void card can be used.'),
      }),
    ],
  },
  {
    number: 11, part: 2, group: 4, responsible: 'A', yearly: '12-31',
    title: words('杜绝不符合要求人员违规申领、使用行政执法证件', 'No certificate for the ineligible'),
    demand: words('杜绝不符合要求的人员违规申领、使用执法证件，发现即收回注销。', 'None is issued to who may not hold one; found, it is cancelled.'),
    indicators: [share({
      id: '11.proper', title: words('证件规范率', 'Certificates properly held'), part: q.certificatesProper, whole: q.certificates,
      better: words('比例越高，一人多证、离岗持证的越少。', 'The higher, the fewer doubled or kept by those who left.'),
    })],
  },
  {
    number: 12, part: 2, group: 4, responsible: 'A', yearly: '12-31',
    title: words('建立健全行政执法人员年度考核制度', 'Yearly appraisal'),
    demand: words('落实岗位责任制，考核结果作为培养、任用、奖惩的依据；不得以罚款或者检查数量计分。', 'Appraisal serves promotion and reward; never scored by fines or inspections.'),
    indicators: [share({
      id: '12.appraisal', title: words('完成年度考核的执法人员', 'Staff appraised this year'), part: q.staffAppraised, whole: q.staff, period: 'year',
      better: words('比例越高，培养、任用、奖惩越有依据。', 'The higher, the more promotion and reward rest on an appraisal.'),
    })],
  },
  {
    number: 13, part: 2, group: 5, responsible: 'A', yearly: '12-31',
    title: words('强力整治行政执法突出问题', 'Salient problems rectified'),
    demand: words('聚焦关系群众切身利益的重点领域，对照突出问题清单专项整治。', 'Problems in fields that touch the people are rectified by the list.'),
    indicators: [
      share({
        id: '13.sound', title: words('没有严重问题的案件比例', 'Cases without a serious finding'), part: q.decidedSound, whole: q.decided, target: 95,
        better: words('比例越高，损害当事人权利的严重问题越少。', 'The higher, the fewer serious wrongs were done to a party.'),
      }),
      byHand('13.ledger', words('突出问题按期销号', 'Problems of the list closed in time'), words('突出问题台账', 'the ledger of problems')),
    ],
  },
  {
    number: 14, part: 2, group: 6, responsible: 'A', yearly: '12-31',
    title: words('严格规范行政裁量权基准制定', 'Discretion benchmarks'),
    demand: words('细化量化执法裁量的范围、种类、幅度并公布。', 'Range, kind and size of discretion are set out and published.'),
    indicators: [share({
      id: '14.benchmarked', title: words('裁量基准覆盖率', 'Items with a benchmark'), part: q.itemsBenchmarked, whole: q.items,
      better: words('覆盖越全，同样的违法行为越能得到同样的处理。', 'The higher, the surer like cases end alike.'),
    })],
  },
  {
    number: 15, part: 2, group: 6, responsible: 'A', yearly: '12-31',
    title: words('推广包容免罚模式', 'Lenient enforcement'),
    demand: words('编制从轻、减轻、免予处罚“三张清单”，不予处罚的应当教育。', 'Three lists of lighter, mitigated and no penalty; who is let off is taught.'),
    indicators: [share({
      id: '15.taught', title: words('不予处罚并教育的比例', 'Let off and taught'), part: q.exemptedTaught, whole: q.exempted,
      better: words('比例越高，免罚越不等于放任。', 'The higher, the less leniency means neglect.'),
    })],
  },
  {
    number: 16, part: 2, group: 7, responsible: 'A', yearly: '12-31',
    title: words('加大特殊行业和重点领域监管力度', 'Special trades and key fields'),
    demand: words('对直接涉及公共安全和生命健康的特殊行业、重点领域全覆盖重点监管。', 'Full coverage where public safety, life and health are at stake.'),
    indicators: [byHand('16.covered', words('重点监管对象覆盖', 'Key subjects covered'), words('行政检查', 'inspections'))],
  },
  {
    number: 17, part: 2, group: 8, responsible: 'A', yearly: '12-31',
    title: words('加快构建新型执法机制', 'New ways of enforcement'),
    demand: words('以信用监管为基础，推行“双随机、一公开”和联合检查，规范涉企检查。', 'Credit-based supervision, random draws, joint visits.'),
    indicators: [byHand('17.joint', words('随机抽查和联合检查的落实', 'Random and joint inspection in use'), words('行政检查', 'inspections'))],
  },
  {
    number: 18, part: 2, group: 8, responsible: 'A', yearly: '12-31',
    title: words('探索涉企行政合规指导', 'Compliance guidance'),
    demand: words('帮助企业防范违法风险、纠正违法行为。', 'Firms are helped to avoid and mend violations.'),
    indicators: [byHand('18.guided', words('指导后改正的企业', 'Firms that mended after guidance'), words('合规指导记录', 'the record of guidance'))],
  },
  {
    number: 19, part: 2, group: 8, responsible: 'A', yearly: '12-31',
    title: words('探索开展涉企行政执法案件经济影响评估', 'Economic impact of cases'),
    demand: words('评估涉企案件的经济影响，降低对生产经营的负面影响。', 'The impact of a case on the firm is assessed and lessened.'),
    indicators: [byHand('19.assessed', words('应当评估的案件已经评估', 'Cases assessed that should be'), words('经济影响评估表', 'the assessment form'))],
  },
  {
    number: 20, part: 2, group: 8, responsible: 'A', yearly: '12-31',
    title: words('畅通涉民营企业行政执法违法行为投诉举报渠道', 'Complaints of private firms'),
    demand: words('依法处理投诉举报，维护民营企业合法权益。', 'Complaints are handled by law.'),
    indicators: [byHand('20.answered', words('按期答复的投诉举报', 'Complaints answered in time'), words('投诉举报台账', 'the record of complaints'))],
  },
]
