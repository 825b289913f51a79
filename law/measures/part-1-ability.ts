import { words } from '../words.ts'
import { share } from './indicator.ts'
import type { Measure } from './measure.ts'
import { quantities as q } from './quantity.ts'

export const ability: readonly Measure[] = [
  {
    number: 1, part: 1, group: 1, responsible: 'A', yearly: '12-31',
    title: words('加强基层行政执法单位党组织建设', 'Party building in enforcement units'),
    demand: words('党建引领执法，打造“党建+执法”特色品牌。', 'Party building leads enforcement; a brand of its own.'),
    indicators: [share({
      id: '1.record', title: words('每季度有党建活动记录的机构', 'Units with a record each quarter'), part: q.unitsLed, whole: q.units, period: 'quarter',
      better: words('比例越高，党建引领执法越经常。', 'The higher, the more regular party building is.'),
    })],
  },
  {
    number: 2, part: 1, group: 1, responsible: 'A', yearly: '12-31',
    title: words('突出政治培训', 'Political training'),
    demand: words('运用政治轮训、专题党课等方式开展政治培训，学时与业务培训分开计算。', 'Political training in rotation; its hours are kept apart from professional ones.'),
    indicators: [share({
      id: '2.trained', title: words('参加政治培训的执法人员', 'Staff with political training'), part: q.staffPolitical, whole: q.staff, period: 'year',
      better: words('比例越高，政治培训覆盖的人员越全。', 'The higher, the fewer were left out of political training.'),
    })],
  },
  {
    number: 3, part: 1, group: 2, responsible: 'A', yearly: '12-31',
    title: words('推进公共法律知识培训', 'Training in public law'),
    demand: words('县司法局牵头组织“线上+线下”公共法律知识培训。', 'The justice bureau organises public-law training, on line and in class.'),
    indicators: [share({
      id: '3.trained', title: words('参加公共法律知识培训的执法人员', 'Staff trained in public law'), part: q.staffPublicLaw, whole: q.staff, period: 'year',
      better: words('比例越高，掌握共同法律知识的人员越多。', 'The higher, the more know the law common to all.'),
    })],
  },
  {
    number: 4, part: 1, group: 2, responsible: 'A', yearly: '12-31', historic: '2024-12-31',
    title: words('明确培训必修内容', 'Compulsory content'),
    demand: words('将《行动计划》《实施方案》列为培训必修内容。', 'The action plan and the provincial plan are compulsory.'),
    indicators: [share({
      id: '4.compulsory', title: words('完成必修内容的执法人员', 'Staff who completed compulsory courses'), part: q.compelledDone, whole: q.compelled, period: 'year',
      better: words('比例越高，必修内容落实到的人员越全。', 'The higher, the fewer lack what everybody must know.'),
    })],
  },
  {
    number: 5, part: 1, group: 3, responsible: 'A', yearly: '12-31',
    title: words('开展分类分级分层培训', 'Training by class, level and tier'),
    demand: words('按照分类分级分层要求组织专业法律知识和执法技能培训。', 'Professional law and skills by class, level and tier.'),
    indicators: [share({
      id: '5.matrix', title: words('按计划举办的分类培训', 'Classes of training held as planned'), part: q.coursesHeld, whole: q.courses, period: 'year',
      better: words('比例越高，分类分级分层培训越按计划落实。', 'The higher, the more of the plan was really held.'),
    })],
  },
  {
    number: 6, part: 1, group: 3, responsible: 'A', yearly: '07-31', historic: '2024-07-31',
    title: words('加强培训业务指导', 'Guidance of training'),
    demand: words('部门加强对乡镇的业务培训，鼓励跨部门联合培训，报备培训计划。', 'Departments train townships, jointly where they can, and file their plan.'),
    indicators: [share({
      id: '6.plan', title: words('按期报备培训计划的单位', 'Bodies that filed the training plan in time'), part: q.filersInTime, whole: q.filers, period: 'year',
      better: words('比例越高，培训越有准备、越能统筹。', 'The higher, the better training is prepared and joined up.'),
    })],
  },
  {
    number: 7, part: 1, group: 3, responsible: 'A', yearly: '12-31',
    title: words('严格培训学时要求', 'Sixty hours a year'),
    demand: words('执法人员每人每年接受不少于60学时的业务知识和法律法规培训。', 'At least sixty hours of professional and legal training a person a year.'),
    indicators: [share({
      id: '7.hours', title: words('年度培训学时达标的执法人员', 'Staff with sixty hours or more'), part: q.staffHours, whole: q.staff, period: 'year',
      better: words('比例越高，业务和法律培训达标的人员越多。', 'The higher, the more had the training the plan promises.'),
    })],
  },
  {
    number: 8, part: 1, group: 3, responsible: 'A', yearly: '12-31', historic: '2024-06-30',
    title: words('组织实施全员轮训', 'Everybody trained in rotation'),
    demand: words('完成对全县行政执法队伍的全员轮训。', 'The whole force is trained once.'),
    indicators: [share({
      id: '8.rotation', title: words('参加轮训的持证人员', 'Certified staff trained in rotation'), part: q.certifiedRotated, whole: q.certifiedStaff, period: 'year',
      better: words('比例越高，轮训遗漏的人员越少。', 'The higher, the fewer the rotation missed.'),
    })],
  },
]
