import { words } from '../words.ts'
import { byHand, share } from './indicator.ts'
import type { Measure } from './measure.ts'
import { quantities as q } from './quantity.ts'

export const supervision: readonly Measure[] = [
  {
    number: 32, part: 4, group: 14, responsible: 'C', yearly: '12-31', historic: '2024-12-31',
    title: words('强化全方位、全流程的行政执法监督工作机制', 'Supervision throughout'),
    demand: words('完善层级监督和部门内部监督机制。', 'Supervision by level and inside the body.'),
    indicators: [
      share({
        id: '32.looked-into', title: words('须核查的案件已经核查', 'Cases looked into that must be'), part: q.lookedInto, whole: q.toLookInto,
        better: words('比例越高，撤销立案越没有脱离监督。', 'The higher, the fewer filings were cancelled unseen.'),
      }),
      byHand('32.running', words('机制运行的证明', 'Proof that the mechanism runs'), words('执法监督案件', 'supervision cases')),
    ],
  },
  {
    number: 33, part: 4, group: 14, responsible: 'C', yearly: '12-31', historic: '2024-12-31',
    title: words('加快推进工作体系的重点任务', 'Bodies and staff of supervision'),
    demand: words('明确监督职责，监督力量与任务相适应。', 'Duties are clear and forces match the task.'),
    indicators: [byHand('33.staffed', words('监督机构和人员落实', 'Supervision bodies staffed'), words('执法监督案件', 'supervision cases'))],
  },
  {
    number: 34, part: 4, group: 14, responsible: 'C', yearly: '12-31',
    title: words('推动行政执法监督向基层延伸', 'Supervision reaches the townships'),
    demand: words('司法所协助开展乡镇执法监督。', 'Justice offices help to supervise townships.'),
    indicators: [byHand('34.visits', words('司法所协助监督的乡镇', 'Townships with supervision by the justice office'), words('执法监督案件', 'supervision cases'))],
  },
  {
    number: 35, part: 4, group: 14, responsible: 'C', yearly: '12-31', historic: '2024-12-31',
    title: words('严格工作体系建设时间节点', 'System built on time'),
    demand: words('基本建成县乡两级全覆盖的行政执法协调监督工作体系。', 'A system over county and townships is basically built.'),
    indicators: [byHand('35.milestones', words('节点清单完成', 'Milestones reached'), words('没有可以自动取数的来源', 'no source in daily work'))],
  },
  {
    number: 36, part: 4, group: 15, responsible: 'A', yearly: '12-31',
    title: words('完善行政执法监督配套工作制度', 'Institutions that support supervision'),
    demand: words('健全资格管理、案卷评查、案例指导等制度，全面落实“三项制度”。', 'File review, guiding cases; the three systems are kept.'),
    indicators: [
      share({
        id: '36.recorded', title: words('全过程记录及时率', 'Records entered in time'), part: q.decidedRecorded, whole: q.decided, target: 95,
        better: words('比例越高，执法过程越可回溯。', 'The higher, the better each step can be traced.'),
      }),
      share({
        id: '36.served', title: words('文书按期送达率', 'Papers served in time'), part: q.decidedServed, whole: q.decided, target: 95,
        better: words('比例越高，当事人越早知道并能救济。', 'The higher, the sooner parties know and can seek remedy.'),
      }),
    ],
  },
  {
    number: 37, part: 4, group: 15, responsible: 'A', yearly: '12-31',
    title: words('健全行政执法考核评价指标体系', 'Indicators of appraisal'),
    demand: words('制定科学、合理的考核评价指标体系。', 'A scientific and binding set of indicators.'),
    indicators: [share({
      id: '37.set', title: words('已确定考核指标的单位', 'Bodies with indicators of appraisal'), part: q.filersAppraising, whole: q.filers, period: 'year',
      better: words('比例越高，考核越有事先定好的标准，且不含罚没和检查数量。', 'The higher, the more are appraised by indicators set beforehand, none of them a volume.'),
    })],
  },
  {
    number: 38, part: 4, group: 16, responsible: 'A', yearly: '12-31',
    title: words('创新行政执法监督具体举措', 'Ways of supervision'),
    demand: words('综合运用工作报告、统计分析、评议考核、案卷评查开展经常性监督。', 'Reports, statistics, appraisal and file review as regular supervision.'),
    indicators: [byHand('38.reported', words('提交年度执法报告的单位', 'Bodies that made the yearly report'), words('案卷评查和年度报告', 'file reviews and yearly reports'))],
  },
  {
    number: 39, part: 4, group: 16, responsible: 'A', yearly: '12-31',
    title: words('加强行政执法外部监督', 'Supervision from outside'),
    demand: words('落实监督员、监督联系点制度，与12345等渠道衔接。', 'Supervisors from outside, contact points, the 12345 line.'),
    indicators: [byHand('39.contacts', words('联系点和监督员履职', 'Contact points and supervisors at work'), words('监督员和联系点名录', 'the register of contact points'))],
  },
  {
    number: 40, part: 4, group: 16, responsible: 'A', yearly: '12-31',
    title: words('推动本级政府及部门的行政执法监督机构积极履职', 'Supervision bodies at work'),
    demand: words('制定年度监督工作方案，跟踪任务落实。', 'A yearly plan of supervision whose tasks are followed.'),
    indicators: [share({
      id: '40.done', title: words('举措任务按期完成率', 'Tasks of the plan done in time'), part: q.tasksDone, whole: q.tasks, target: 90,
      better: words('比例越高，布置的任务越落到实处。', 'The higher, the more of what was asked was done.'),
    })],
  },
]
