import { words, type Words } from '../words.ts'

/** What one of it is: a share is only ever taken among things of one kind, so that no count of cases can hide in it. */
export type Kind =
  | 'case' | 'crime' | 'departure' | 'ending' | 'certificate' | 'officer' | 'staff' | 'trainee' | 'reviewer' | 'item' | 'review' | 'cleaning' | 'body' | 'unit' | 'course' | 'township' | 'grant'
  | 'reward' | 'task' | 'transfer' | 'point'

/**
 * Something that can be counted. `flow`: counted in the month it happens, out of the acts. `stock`: as it stands at the end of
 * the month, out of the registers. `volume`: a count of inspections, cases or fines, which is never a target (R35).
 */
export interface Quantity<K extends Kind = Kind, V extends boolean = boolean> {
  readonly id: string
  readonly of: K
  readonly title: Words
  readonly source: 'acts' | 'registers'
  readonly volume: V
  /** The whole it is a part of. */
  readonly within?: string
}

/** Part of a whole, chosen by how well it was done and not by how much: the only thing a target may speak of. */
export type Quality<K extends Kind = Kind> = Quantity<K, false> & { readonly within: string }

const all = <const K extends Kind, const V extends boolean>(id: string, of: K, source: 'acts' | 'registers', volume: V, zh: string, en: string): Quantity<K, V> =>
  ({ id, of, source, volume, title: words(zh, en) })
const those = <const K extends Kind>(whole: Quantity<K>, id: string, zh: string, en: string): Quality<K> =>
  ({ id, of: whole.of, source: whole.source, volume: false, within: whole.id, title: words(zh, en) })

/** Measured against a whole it is no part of: reviewers for each hundred officers. */
const beside = those

const decided = all('decided', 'case', 'acts', true, '作出决定的案件', 'Cases decided')
const exempted = all('exempted', 'case', 'acts', true, '不予处罚的案件', 'Cases decided without penalty')
const crimes = all('crimes', 'crime', 'acts', true, '涉嫌犯罪移送的案件', 'Cases sent to the police')
const toLookInto = all('to-look-into', 'case', 'acts', true, '须由监督机构核查的案件', 'Cases that a supervisor has to look into')
const transfers = all('transfers', 'transfer', 'acts', true, '收到的移送', 'Transfers received')
const left = all('left', 'departure', 'acts', false, '离岗登记', 'Departures')
const cancelled = all('cancelled', 'ending', 'acts', false, '注销的证件', 'Certificates cancelled')
const cleanings = all('cleanings', 'cleaning', 'acts', false, '已报送或者到期的事项清理', 'Reviews of items, sent or due')
const tasks = all('tasks', 'task', 'acts', false, '到期的举措任务', 'Tasks of the plan that fell due')
const officers = all('officers', 'officer', 'registers', false, '办案岗位的执法人员', 'Officers who handle cases')
const certificates = all('certificates', 'certificate', 'registers', false, '有效的执法证件', 'Certificates in force')
const items = all('items', 'item', 'registers', false, '处罚事项', 'Penalty items')
const reviews = all('reviews', 'review', 'registers', false, '因法规变动应当完成的复核', 'Reviews due after a change of law')
const bodies = all('bodies', 'body', 'registers', false, '县级执法机关', 'County bodies')
const townships = all('townships', 'township', 'registers', false, '承接赋权事项的乡镇', 'Townships with powers given to them')
const units = all('units', 'unit', 'registers', false, '执法机构', 'Units')
const staff = all('staff', 'staff', 'registers', false, '执法队伍人员', 'Enforcement staff')
const compelled = all('compelled', 'trainee', 'registers', false, '应当参加必修课程的人员', 'Staff with compulsory courses')
const certifiedStaff = all('certified-staff', 'trainee', 'registers', false, '持证的执法队伍人员', 'Certified enforcement staff')
const courses = all('courses', 'course', 'registers', false, '培训计划中的课程', 'Courses of the training plans')
const filers = all('filers', 'body', 'registers', false, '执法机关和乡镇', 'Bodies and townships')
const grants = all('grants', 'grant', 'registers', false, '赋权事项', 'Powers given to townships')
const points = all('points', 'point', 'registers', false, '试点清单的要求', 'Points of the pilots’ checklist')
const rewards = all('rewards', 'reward', 'registers', false, '表彰奖励', 'Rewards')
const reviewers = all('reviewers', 'reviewer', 'registers', false, '法制审核人员', 'Legal reviewers')

export const quantities = {
  decided,
  decidedSound: those(decided, 'decided-sound', '没有严重问题的案件', 'Of them, without a serious finding'),
  decidedRecorded: those(decided, 'decided-recorded', '执法记录及时录入的案件', 'Of them, with every record entered in time'),
  decidedServed: those(decided, 'decided-served', '文书按期送达的案件', 'Of them, with papers served in time'),
  exempted,
  exemptedTaught: those(exempted, 'exempted-taught', '已经教育的案件', 'Of them, with education given'),
  crimes,
  crimesInTime: those(crimes, 'crimes-in-time', '按法定时限移送的案件', 'Of them, within the statutory hours'),
  toLookInto,
  lookedInto: those(toLookInto, 'looked-into', '已经核查销号的案件', 'Of them, looked into and ticked off'),
  transfers,
  transfersAnswered: those(transfers, 'transfers-answered', '已经答复的移送', 'Of them, answered'),
  left,
  leftSameDay: those(left, 'left-same-day', '当日登记、证件当日失效', 'Of them, recorded and ended on the day'),
  cancelled,
  cancelledSameDay: those(cancelled, 'cancelled-same-day', '事由发生当日注销的证件', 'Of them, on the day of the event'),
  cleanings,
  cleaningsInTime: those(cleanings, 'cleanings-in-time', '按期报送的清理', 'Of them, sent in time'),
  tasks,
  tasksDone: those(tasks, 'tasks-done', '按期采纳的任务', 'Of them, accepted in time'),
  officers,
  officersCertified: those(officers, 'officers-certified', '持有效证件的人员', 'Of them, with a valid certificate'),
  certificates,
  certificatesProper: those(certificates, 'certificates-proper', '持证人在岗且一人一证', 'Of them, held by one in post who has no other'),
  items,
  itemsBenchmarked: those(items, 'items-benchmarked', '已有裁量基准的事项', 'Of them, with a benchmark in force'),
  itemsConfirmed: those(items, 'items-confirmed', '依据已确认并公布的事项', 'Of them, with a confirmed basis and published'),
  itemsUnused: those(items, 'items-unused', '六十个月没有行使的事项', 'Of them, without use in sixty months'),
  reviews,
  reviewsDone: those(reviews, 'reviews-done', '按期完成的复核', 'Of them, done in time'),
  bodies,
  bodiesListed: those(bodies, 'bodies-listed', '已有事项目录的机关', 'Of them, with a catalogue of items'),
  townships,
  townshipsStaffed: those(townships, 'townships-staffed', '有两名以上持证人员的乡镇', 'Of them, with two certified officers or more'),
  officersReviewers: beside(officers, 'officers-reviewers', '法制审核人员', 'Legal reviewers'),
  units,
  unitsLed: those(units, 'units-led', '本季度有党建活动记录的机构', 'Of them, with a record of party-building this quarter'),
  staff,
  staffPolitical: those(staff, 'staff-political', '本年度有政治培训学时的人员', 'Of them, with political hours this year'),
  staffPublicLaw: those(staff, 'staff-public-law', '本年度有公共法律知识学时的人员', 'Of them, with hours of public law this year'),
  staffHours: those(staff, 'staff-hours', '本年度业务和法律学时达标的人员', 'Of them, with the year’s hours of business and law'),
  staffAppraised: those(staff, 'staff-appraised', '本年度考核结果已确定的人员', 'Of them, with an appraisal confirmed this year'),
  compelled,
  compelledDone: those(compelled, 'compelled-done', '完成全部必修课程的人员', 'Of them, who completed them all'),
  certifiedStaff,
  certifiedRotated: those(certifiedStaff, 'certified-rotated', '已参加轮训的人员', 'Of them, trained in rotation'),
  courses,
  coursesHeld: those(courses, 'courses-held', '已按计划学时举办的课程', 'Of them, held in the planned hours'),
  filers,
  filersInTime: those(filers, 'filers-in-time', '按期报备培训计划的单位', 'Of them, that filed the training plan in time'),
  filersAppraising: those(filers, 'filers-appraising', '已确定本年度考核指标的单位', 'Of them, with indicators for this year’s appraisal'),
  grants,
  grantsBorne: those(grants, 'grants-borne', '力量足够且差错少的赋权事项', 'Of them, staffed and with few faults'),
  points,
  pointsMet: those(points, 'points-met', '已经达到的要求', 'Of them, met'),
  rewards,
  reviewers,
  reviewersQualified: those(reviewers, 'reviewers-qualified', '具有法律职业资格的人员', 'Of them, with the national legal qualification'),
} as const

export const quantityNamed = (id: string): Quantity | undefined => Object.values<Quantity>(quantities).find((each) => each.id === id)

/** What a share may be made of (R35): never a volume. */
export const qualities: readonly Quality[] = Object.values<Quantity>(quantities).filter((each): each is Quality => each.within !== undefined && !each.volume)
export const qualityNamed = (id: string): Quality | undefined => qualities.find((each) => each.id === id)
