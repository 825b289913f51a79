import { words } from '../words.ts'
import { byHand } from './indicator.ts'
import type { Measure } from './measure.ts'

export const ability: readonly Measure[] = [
  {
    number: 1, part: 1, group: 1, responsible: 'A', yearly: '12-31',
    title: words('加强基层行政执法单位党组织建设', 'Party building in enforcement units'),
    demand: words('党建引领执法，打造“党建+执法”特色品牌。', 'Party building leads enforcement; a brand of its own.'),
    indicators: [byHand('1.record', words('每季度有活动记录的单位', 'Units with a record each quarter'), words('没有可以自动取数的来源', 'no source in daily work'))],
  },
  {
    number: 2, part: 1, group: 1, responsible: 'A', yearly: '12-31',
    title: words('突出政治培训', 'Political training'),
    demand: words('运用政治轮训、专题党课等方式开展政治培训，学时与业务培训分开计算。', 'Political training in rotation; its hours are kept apart from professional ones.'),
    indicators: [byHand('2.trained', words('参加政治培训的执法人员', 'Officers with political training'), words('培训学时台账', 'the record of training hours'))],
  },
  {
    number: 3, part: 1, group: 2, responsible: 'A', yearly: '12-31',
    title: words('推进公共法律知识培训', 'Training in public law'),
    demand: words('县司法局牵头组织“线上+线下”公共法律知识培训。', 'The justice bureau organises public-law training, on line and in class.'),
    indicators: [byHand('3.trained', words('完成公共法律知识培训的执法人员', 'Officers trained in public law'), words('培训学时台账', 'the record of training hours'))],
  },
  {
    number: 4, part: 1, group: 2, responsible: 'A', yearly: '12-31', historic: '2024-12-31',
    title: words('明确培训必修内容', 'Compulsory content'),
    demand: words('将《行动计划》《实施方案》列为培训必修内容。', 'The action plan and the provincial plan are compulsory.'),
    indicators: [byHand('4.compulsory', words('完成必修内容的执法人员', 'Officers who completed compulsory courses'), words('培训学时台账', 'the record of training hours'))],
  },
  {
    number: 5, part: 1, group: 3, responsible: 'A', yearly: '12-31',
    title: words('开展分类分级分层培训', 'Training by class, level and tier'),
    demand: words('按照分类分级分层要求组织专业法律知识和执法技能培训。', 'Professional law and skills by class, level and tier.'),
    indicators: [byHand('5.matrix', words('按计划完成的分类培训', 'Classes of training held as planned'), words('培训学时台账', 'the record of training hours'))],
  },
  {
    number: 6, part: 1, group: 3, responsible: 'A', yearly: '07-31', historic: '2024-07-31',
    title: words('加强培训业务指导', 'Guidance of training'),
    demand: words('部门加强对乡镇的业务培训，鼓励跨部门联合培训，报备培训计划。', 'Departments train townships, jointly where they can, and file their plan.'),
    indicators: [byHand('6.plan', words('按期报备培训计划的单位', 'Bodies that filed the training plan in time'), words('培训学时台账', 'the record of training hours'))],
  },
  {
    number: 7, part: 1, group: 3, responsible: 'A', yearly: '12-31',
    title: words('严格培训学时要求', 'Sixty hours a year'),
    demand: words('执法人员每人每年接受不少于60学时的业务知识和法律法规培训。', 'At least sixty hours of professional and legal training a person a year.'),
    indicators: [byHand('7.hours', words('年度培训不少于60学时的执法人员', 'Officers with sixty hours or more'), words('培训学时台账', 'the record of training hours'))],
  },
  {
    number: 8, part: 1, group: 3, responsible: 'A', yearly: '12-31', historic: '2024-06-30',
    title: words('组织实施全员轮训', 'Everybody trained in rotation'),
    demand: words('完成对全县行政执法队伍的全员轮训。', 'The whole force is trained once.'),
    indicators: [byHand('8.rotation', words('参加轮训的执法人员', 'Officers trained in rotation'), words('培训学时台账', 'the record of training hours'))],
  },
]
