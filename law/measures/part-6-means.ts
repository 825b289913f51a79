import { words } from '../words.ts'
import { byHand, plainCount, share } from './indicator.ts'
import type { Measure } from './measure.ts'
import { quantities as q } from './quantity.ts'

export const means: readonly Measure[] = [
  {
    number: 44, part: 6, group: 19, responsible: 'A+establishment', yearly: '12-31', unconfirmed: true,
    title: words('合理配置执法力量', 'Forces matched to the task'),
    demand: words('执法力量与任务相适应，向基层倾斜。', 'Staff match the task and move to the front line.'),
    indicators: [byHand('44.matched', words('完成力量测算的单位', 'Bodies that measured their forces'), words('编制和任务台账', 'the staffing table'))],
  },
  {
    number: 45, part: 6, group: 19, responsible: 'A', yearly: '12-31', unconfirmed: true,
    title: words('加强法制审核队伍建设', 'Legal reviewers'),
    demand: words('法制审核人员原则上不少于执法人员总数的5%。', 'Reviewers are at least five percent of the staff.'),
    indicators: [share({
      id: '45.share', title: words('法制审核人员占比', 'Share of legal reviewers'), part: q.officersReviewers, whole: q.officers, target: 5,
      better: words('审核力量充足，重大决定才能都得到审核。', 'With enough reviewers every grave decision is reviewed.'),
    })],
  },
  {
    number: 46, part: 6, group: 19, responsible: 'bureau+A', yearly: '12-31', unconfirmed: true,
    title: words('发挥法律顾问、公职律师作用', 'Counsel and public lawyers'),
    demand: words('法律顾问、公职律师参与审核，统筹使用审核力量。', 'Counsel take part in review; reviewers are shared.'),
    indicators: [share({
      id: '46.qualified', title: words('具有法律职业资格的审核人员', 'Reviewers with the legal qualification'), part: q.reviewersQualified, whole: q.reviewers,
      better: words('比例越高，审核意见越专业。', 'The higher, the more professional the review.'),
    })],
  },
  {
    number: 47, part: 6, group: 20, responsible: 'A+personnel', yearly: '12-31', unconfirmed: true,
    title: words('强化权益保障', 'Protection of officers'),
    demand: words('依法保护履职，落实尽职免责。', 'Officers are protected; who did his duty is not blamed.'),
    indicators: [byHand('47.protected', words('依法处理的侵害履职事件', 'Incidents handled by law'), words('履职保护台账', 'the record of incidents'))],
  },
  {
    number: 48, part: 6, group: 20, responsible: 'A+personnel', yearly: '12-31', unconfirmed: true,
    title: words('落实奖励、关怀和工伤待遇', 'Reward and care'),
    demand: words('落实表彰奖励、心理疏导和工伤保险。', 'Honours, counselling, injury insurance.'),
    indicators: [
      byHand('48.cared', words('落实工伤保险的单位', 'Bodies with injury insurance'), words('奖励和保障名册', 'the register of honours and welfare')),
      plainCount({
        id: '48.rewards', title: words('本年度表彰奖励', 'Rewards this year'), of: q.rewards,
        better: words('有记录可查，表彰才落到实处；多少本身不分好坏。', 'What is on record was given; the number itself is neither good nor bad.'),
      }),
    ],
  },
  {
    number: 49, part: 6, group: 21, responsible: 'A+finance', yearly: '12-31', unconfirmed: true,
    title: words('加大财政支持', 'Funds in the budget'),
    demand: words('执法和监督经费纳入预算，严格罚缴分离、收支两条线。', 'Funds are in the budget and never joined to fines.'),
    indicators: [byHand('49.budget', words('经费纳入预算的单位', 'Bodies with funds in the budget'), words('预算台账', 'the budget'))],
  },
  {
    number: 50, part: 6, group: 21, responsible: 'A+finance', yearly: '12-31', unconfirmed: true,
    title: words('保障执法装备', 'Equipment'),
    demand: words('按标准配备执法装备。', 'Equipment by the standard.'),
    indicators: [byHand('50.equipped', words('按标准配备的单位', 'Bodies equipped by the standard'), words('装备台账', 'the register of equipment'))],
  },
]
