import { addDays, instantAt, msOf, startOfDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import type { County } from './county.ts'
import { randomOf } from './random.ts'

/** A year of training as its log has it: most officers are on their way, some will miss their hours. Rows as the tables want them. */
export function trainingOf({ region, date, seed, bodies, posts }: County): Readonly<Record<'plans' | 'courses' | 'sessions' | 'entries', readonly Readonly<Record<string, unknown>>[]>> {
  const random = randomOf(seed).part('training')
  const year = Number(date.slice(0, 4))
  const holder = posts.find(({ kind }) => kind === 'supervisor')?.person ?? ''
  const force = posts.filter(({ kind }) => kind === 'officer' || kind === 'unit-head')
  const row = <T extends object>(more: T) => ({ region: region.id, ...more })
  const opened = at(`${year}-01-10`, 9)

  const plans = bodies.slice(0, -2).flatMap(({ id, name }, i) => {
    const filed = at(addDays(`${year}-03-01`, i * 4), 10)
    const filer = posts.find((post) => post.body === id && post.kind === 'head')?.person
    return filer === undefined || filed >= startOfDay(date) ? [] : [row({
      id: `plan-${id}-${year}`, body: id, year, title: `${name}${year}年度执法人员培训计划`, filed, filed_by: filer,
      received: i % 3 === 2 ? null : at(addDays(`${year}-03-02`, i * 4), 15), received_by: i % 3 === 2 ? null : holder,
      lines: [
        { kind: 'public-law', category: '', level: 'county', tier: 'all', title: '宪法、行政处罚法等公共法律知识', hours: 20 },
        { kind: 'professional', category: '', level: 'body', tier: 'officer', title: '本领域专业法律', hours: 24 },
        { kind: 'skills', category: '', level: 'body', tier: 'officer', title: '执法文书、全过程记录', hours: 16 },
      ],
    })]
  })

  const drafts = [
    { id: 'penalty-law', title: '行政处罚法实务', kind: 'public-law', hours: 24, days: 3, month: 3, compulsory: true, rotation: true, statutes: ['行政处罚法'] },
    { id: 'recording', title: '执法全过程记录与文书制作', kind: 'skills', hours: 24, days: 3, month: 5, compulsory: false, rotation: false, statutes: [] },
    { id: 'professional', title: '重点领域专业法律', kind: 'professional', hours: 24, days: 3, month: 8, compulsory: false, rotation: false, statutes: ['食品安全法', '安全生产法'] },
    { id: 'political', title: '政治理论轮训', kind: 'political', hours: 8, days: 1, month: 6, compulsory: true, rotation: false, statutes: [] },
    { id: 'supervision', title: '行政执法监督条例解读', kind: 'public-law', hours: 8, days: 1, month: 0, compulsory: false, rotation: false, statutes: ['行政执法监督条例'] },
  ] as const
  const courses = drafts.map(({ days: _days, month: _month, ...each }) => row({
    ...each, year, id: `course-${each.id}-${year}`, body: 'justice', invited: ['*'], category: '', level: 'county', tier: 'all', materials: [], organiser: holder, recorded: opened,
  }))
  // The last is held today, so that somebody can sign in.
  const sessions = drafts.flatMap(({ id, hours, days, month }) => Array.from({ length: days }, (_, i) => {
    const day = month === 0 ? date : addDays(`${year}-${String(month).padStart(2, '0')}-10`, i)
    return row({ id: `session-${id}-${year}-${i + 1}`, course: `course-${id}-${year}`, starts: at(day, 8.5), ends: at(day, 17.5), place: '县委党校二楼报告厅', hours: hours / days, latitude: null, longitude: null, metres: null, organiser: holder, recorded: opened })
  }))
  const entries = sessions.filter(({ ends }) => ends < startOfDay(date)).flatMap((session) => force.flatMap(({ person }) => random.percent(85) ? [row({
    id: `entry-${session.id}-${person}`, person, course: session.course, session: session.id, kind: 'listed', at: session.starts,
    until_at: random.percent(90) ? session.ends : instantAt(msOf(session.ends) - 3 * 3_600_000), reason: '纸质签到表录入', recorded: session.ends, recorded_by: holder,
  })] : []))
  return { plans, courses, sessions, entries }
}

const at = (day: Day, hour: number): Instant => instantAt(msOf(startOfDay(day)) + hour * 3_600_000)
