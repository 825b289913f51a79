import { words } from '../words.ts'
import { byHand, plainCount, share } from './indicator.ts'
import type { Measure } from './measure.ts'
import { quantities as q } from './quantity.ts'

export const system: readonly Measure[] = [
  {
    number: 21, part: 3, group: 9, responsible: 'A', yearly: '12-31',
    title: words('全面开展行政执法事项清理', 'Items cleared'),
    demand: words('根据法律法规规章立改废，清理没有依据的执法事项。', 'When the law changes, items without a basis go.'),
    indicators: [share({
      id: '21.reviewed', title: words('法规变动按期复核率', 'Reviews done in time after a change of law'), part: q.reviewsDone, whole: q.reviews,
      better: words('比例越高，依据已失效的事项越少被使用。', 'The higher, the fewer items rest on repealed law.'),
    })],
  },
  {
    number: 22, part: 3, group: 9, responsible: 'A', yearly: '12-31',
    title: words('加强规范地方性法规和地方政府规章设定行政执法事项的清理', 'Items of local norms cleared'),
    demand: words('近五年未发生、极少发生且没有必要的事项，提出清理建议。', 'Items unused for five years and not needed are proposed for repeal.'),
    indicators: [
      plainCount({
        id: '22.unused', title: words('六十个月没有行使的事项', 'Items without use in sixty months'), of: q.itemsUnused,
        better: words('清点得越准，清理建议越有依据；多少本身不分好坏。', 'The truer the list, the better founded the proposal; the number itself is neither good nor bad.'),
      }),
      share({
        id: '22.proposed', title: words('按期报送清理结果', 'Reviews of items sent in time'), part: q.cleaningsInTime, whole: q.cleanings,
        better: words('比例越高，该清理的事项越能及时提出清理建议。', 'The higher, the sooner items that should go are proposed.'),
      }),
    ],
  },
  {
    number: 23, part: 3, group: 10, responsible: 'A', yearly: '12-31', historic: '2024-05-31',
    title: words('加快制定行政执法事项目录', 'Catalogue of items'),
    demand: words('梳理各类执法事项，编制目录，公布并动态调整。', 'Items are listed, published, kept current.'),
    indicators: [share({
      id: '23.confirmed', title: words('事项依据确认公布率', 'Items confirmed and published'), part: q.itemsConfirmed, whole: q.items,
      better: words('比例越高，公众越能查到执法的依据。', 'The higher, the more the public can check the basis.'),
    })],
  },
  {
    number: 24, part: 3, group: 10, responsible: 'A', yearly: '12-31',
    title: words('加强行政执法事项目录制定的督促指导', 'Catalogues pressed for'),
    demand: words('县司法局加大对目录制定工作的督促指导。', 'The justice bureau coordinates and presses.'),
    indicators: [share({
      id: '24.listed', title: words('已有事项目录的机关比例', 'Bodies with a catalogue'), part: q.bodiesListed, whole: q.bodies, by: ['body'],
      better: words('比例越高，没有目录而执法的机关越少。', 'The higher, the fewer bodies act without a catalogue.'),
    })],
  },
  {
    number: 25, part: 3, group: 11, responsible: 'B', yearly: '12-31', historic: '2024-12-31',
    title: words('组织实施乡镇赋权的评估', 'Powers of townships evaluated'),
    demand: words('会同有关部门对乡镇赋权事项实施情况进行评估。', 'The powers given to townships are evaluated.'),
    indicators: [share({
      id: '25.borne', title: words('承接得好的赋权事项比例', 'Powers well carried'), part: q.grantsBorne, whole: q.grants, target: 90, by: ['township'],
      better: words('比例越高，赋权越是接得住、管得好；没有案件不算不好。', 'The higher, the better powers are carried; to have no case is no fault.'),
    })],
  },
  {
    number: 26, part: 3, group: 11, responsible: 'B', yearly: '12-31',
    title: words('做好乡镇赋权事项调整的承接', 'Powers taken over well'),
    demand: words('赋权事项放得下、接得住、管得好。', 'What is given is taken over and managed well.'),
    indicators: [share({
      id: '26.staffed', title: words('有能力承接的乡镇比例', 'Townships able to act'), part: q.townshipsStaffed, whole: q.townships, by: ['township'],
      better: words('比例越高，接得住赋权的乡镇越多。', 'The higher, the more townships can use their powers lawfully.'),
    })],
  },
  {
    number: 27, part: 3, group: 12, responsible: 'A', yearly: '12-31',
    title: words('推进乡镇行政执法规范化试点', 'Pilot townships'),
    demand: words('选定1至2个乡镇作为县级试点。', 'One or two townships are pilots.'),
    indicators: [share({
      id: '27.pilot', title: words('试点按清单达标', 'Pilots up to the checklist'), part: q.pointsMet, whole: q.points, by: ['township'],
      better: words('比例越高，试点离规范化的要求越近。', 'The higher, the closer the pilots are to what they stand for.'),
    })],
  },
  {
    number: 28, part: 3, group: 12, responsible: 'A', yearly: '12-31',
    title: words('加强对乡镇行政执法规范化指导', 'Townships guided'),
    demand: words('对标先行乡镇的建设经验，加强指导。', 'Guidance by the example of earlier pilots.'),
    indicators: [byHand('28.visited', words('得到现场指导的乡镇', 'Townships visited and guided'), words('监督指导记录', 'the record of guidance visits'))],
  },
  {
    number: 29, part: 3, group: 13, responsible: 'A', yearly: '12-31',
    title: words('健全事前事中事后监管有效衔接机制', 'Before, during, after'),
    demand: words('厘清审管、管罚边界，畅通衔接。', 'Permit, supervision and penalty meet without a gap.'),
    indicators: [byHand('29.linked', words('按期回应的衔接事项', 'Handovers answered in time'), words('协作与移送台账', 'the record of cooperation'))],
  },
  {
    number: 30, part: 3, group: 13, responsible: 'A', yearly: '12-31',
    title: words('建立健全跨部门、跨区域、跨层级的行政执法协作机制', 'Cooperation across bodies'),
    demand: words('加强信息共享、案件移送和执法协助，协调管辖争议。', 'Clues shared, cases moved, help given, disputes settled.'),
    indicators: [
      share({
        id: '30.answered', title: words('收到的移送已经答复', 'Transfers received that were answered'), part: q.transfersAnswered, whole: q.transfers,
        better: words('比例越高，案件越不会在机关之间搁置。', 'The higher, the fewer cases lie between two bodies.'),
      }),
      byHand('30.helped', words('按期答复的协助请求', 'Requests answered in time'), words('执法协助台账', 'the record of assistance')),
    ],
  },
  {
    number: 31, part: 3, group: 13, responsible: 'A', yearly: '12-31',
    title: words('健全行政执法与刑事司法衔接机制', 'Enforcement and criminal justice'),
    demand: words('加强与公安、检察、审判机关衔接，依法移送案件。', 'Suspected crimes go to the police as the law says.'),
    indicators: [share({
      id: '31.in-time', title: words('按法定时限移送率', 'Sent to the police in time'), part: q.crimesInTime, whole: q.crimes,
      better: words('比例越高，以罚代刑的空间越小。', 'The higher, the less a fine stands in for a crime.'),
    })],
  },
]
