import type { PostKind } from '@faheng/law/procedure.ts'
import { addDays, startOfDay, type Day, type Instant } from '@faheng/law/time/day.ts'
import { bodies, justice, region, type DemoBody } from './bodies.ts'
import { items } from './items.ts'
import { givenName, surnames } from './names.ts'
import type { Random } from './random.ts'

export interface DemoPost {
  readonly id: string
  readonly person: string
  readonly kind: PostKind
  readonly body: string
  readonly unit?: string
  readonly rank?: 'chief' | 'deputy'
  readonly qualified: boolean
  readonly from: Instant
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly username: string
}

export interface DemoCertificate {
  readonly number: string
  readonly person: string
  readonly issuer: string
  readonly fields: readonly string[]
  readonly validRegion: string
  readonly from: Instant
  readonly until: Instant
}

/** What the register says of who enforces or reviews; without ID numbers, which nobody invents. */
export interface DemoProfile {
  readonly person: string
  readonly category: 'civil-servant' | 'referenced' | 'public-institution' | 'contract'
  readonly education: string
  readonly legalQualification: boolean
  readonly reviewingSince?: Day
  readonly reviewerKind?: 'staff' | 'public-lawyer'
  readonly fields: readonly string[]
}

export interface Staff {
  readonly people: readonly DemoPerson[]
  readonly posts: readonly DemoPost[]
  readonly certificates: readonly DemoCertificate[]
  readonly profiles: readonly DemoProfile[]
}

interface Role {
  readonly kind: PostKind
  readonly word: string
  readonly unit?: string
  readonly rank?: 'chief' | 'deputy'
  readonly qualified?: boolean
  readonly certificate?: 'valid' | 'expired'
}

/** Everybody who works in the county. In the market bureau a user name is `chen.officer`; elsewhere the body follows. */
export function staffOf(random: Random, date: Day): Staff {
  const people: DemoPerson[] = []
  const posts: DemoPost[] = []
  const certificates: DemoCertificate[] = []
  const since = startOfDay(addDays(date, -1100))
  for (const [at, body] of [...bodies, justice].entries()) {
    const names = body.id === 'market' ? surnames : [...surnames.slice(at * 3), ...surnames.slice(0, at * 3)]
    for (const [i, role] of rolesOf(body).entries()) {
      const [zh, latin] = names[i % names.length] ?? ['陈', 'chen']
      const username = `${latin}.${role.word}${body.id === 'market' ? '' : `.${body.id}`}`
      const id = username.replaceAll('.', '-')
      people.push({ id, name: zh + givenName(random), username })
      posts.push({
        id: `post-${id}`, person: id, kind: role.kind, body: body.id, qualified: role.qualified ?? false, from: since,
        ...(role.unit ? { unit: role.unit } : {}), ...(role.rank ? { rank: role.rank } : {}),
      })
      if (role.certificate)
        certificates.push({
          number: `${region.id}${String(certificates.length + 1).padStart(5, '0')}`, person: id, issuer: '省人民政府', fields: fieldsOf(body), validRegion: region.id,
          from: since, until: startOfDay(addDays(date, role.certificate === 'expired' ? -400 : 700)),
        })
    }
  }
  return { people, posts, certificates, profiles: profilesOf(posts, certificates) }
}

/** 执法领域 as the certificate states them: those of the body's items; a township's is comprehensive. */
const fieldsOf = ({ id, township, shortName }: DemoBody): readonly string[] => {
  const fields = [...new Set(items.filter((each) => each.body === id && each.field !== '').map((each) => each.field))]
  return fields.length > 0 ? fields : [township ? '综合行政执法' : shortName]
}

/** One holder is contract staff, and may hold none: the certificate desk has something to clear. */
function profilesOf(posts: readonly DemoPost[], certificates: readonly DemoCertificate[]): DemoProfile[] {
  const serving = posts.filter(({ kind }) => kind === 'officer' || kind === 'unit-head' || kind === 'legal-reviewer')
  const last = serving.findLast(({ kind }) => kind === 'officer')
  return serving.map(({ person, kind, qualified }, at) => {
    const reviews = kind === 'legal-reviewer'
    return {
      person,
      category: person === last?.person ? 'contract' : at % 5 === 3 ? 'public-institution' : at % 7 === 5 ? 'referenced' : 'civil-servant',
      education: ['法学本科', '行政管理本科', '食品科学与工程本科', '公共管理硕士', '大专'][at % 5] ?? '本科',
      legalQualification: qualified || (!reviews && at % 6 === 1),
      fields: certificates.find((each) => each.person === person)?.fields ?? [],
      ...(reviews && qualified ? { reviewerKind: at % 2 === 0 ? 'staff' as const : 'public-lawyer' as const, reviewingSince: '2016-05-01' } : {}),
    }
  })
}

function rolesOf(body: DemoBody): readonly Role[] {
  if (body === justice) return justiceRoles
  const roles = body.units.flatMap(({ id, officers }, at): Role[] => [
    ...Array.from({ length: officers }, (): Role => ({ kind: 'officer', word: 'officer', unit: id, certificate: 'valid' })),
    { kind: 'unit-head', word: body.units.length > 1 && at > 0 ? `unit${at + 1}` : 'unit', unit: id, certificate: 'valid' },
  ])
  return [
    ...roles,
    ...(body.id === 'market' ? [{ kind: 'officer', word: 'expired', unit: 'market-squad', certificate: 'expired' } as const] : []),
    { kind: 'receiving-clerk', word: 'clerk' },
    { kind: 'legal-reviewer', word: 'review', qualified: true },
    ...(body.id === 'market' ? [{ kind: 'legal-reviewer', word: 'trainee' } as const] : []),
    { kind: 'head', word: 'chief', rank: 'chief' },
    ...Array.from({ length: body.deputies }, (): Role => ({ kind: 'head', word: 'deputy', rank: 'deputy' })),
  ]
}

const justiceRoles: readonly Role[] = [
  { kind: 'supervisor', word: 'supervisor', unit: 'justice-supervision' },
  { kind: 'supervisor', word: 'supervisor', unit: 'justice-supervision' },
  { kind: 'head', word: 'chief', rank: 'chief' },
  { kind: 'system-administrator', word: 'system' },
  { kind: 'security-administrator', word: 'security' },
  { kind: 'audit-administrator', word: 'audit' },
]
