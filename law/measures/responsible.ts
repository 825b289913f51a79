import { words, type Words } from '../words.ts'
import type { Responsible } from './measure.ts'

/** What a body is to the plan beside enforcing: a county says it of its bodies in the register (body setting `plan-roles`). */
export type PlanRole = 'bureau' | 'organisation' | 'establishment' | 'finance' | 'personnel' | 'data'

const roleWords: Readonly<Record<PlanRole | 'everybody', Words>> = {
  bureau: words('县司法局', 'county justice bureau'),
  organisation: words('县委组织部', 'organisation department'),
  establishment: words('县委编办', 'establishment office'),
  finance: words('县财政局', 'finance bureau'),
  personnel: words('县人社局', 'human resources bureau'),
  data: words('县行政审批服务管理局', 'approval and data bureau'),
  everybody: words('县直各执法部门、各乡镇', 'county bodies and townships'),
}

/** The plan's own division of labour, in its order. */
const divided: Readonly<Record<Responsible, readonly (PlanRole | 'everybody')[]>> = {
  A: ['bureau', 'everybody'],
  B: ['organisation', 'establishment', 'bureau', 'everybody'],
  C: ['bureau', 'establishment', 'everybody'],
  'A+finance': ['finance', 'bureau', 'everybody'],
  'A+establishment': ['establishment', 'bureau', 'everybody'],
  'A+personnel': ['personnel', 'bureau', 'everybody'],
  'A+data': ['bureau', 'data', 'everybody'],
  bureau: ['bureau'],
  'bureau+A': ['bureau', 'everybody'],
}

/** Organs of the party: they enforce nothing, and answer only where a measure names them. */
const enforcesNothing: readonly PlanRole[] = ['organisation', 'establishment']

export type Roles = ReadonlyMap<string, readonly PlanRole[]>

export const responsibleWords = (code: Responsible): Words => {
  const names = divided[code].map((each) => roleWords[each])
  return words(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', '))
}

/**
 * Whether a body answers for a measure, and its figures count in it: the bodies a county named, else those the plan names.
 * What cannot be laid to any body (`''`) counts where everybody answers.
 */
export function answersFor({ responsible, bodies }: { readonly responsible: Responsible; readonly bodies: readonly string[] }, roles: Roles): (body: string) => boolean {
  if (bodies.length > 0) return (body) => bodies.includes(body)
  const named = divided[responsible]
  return (body) => {
    const own = roles.get(body) ?? []
    return own.some((role) => named.includes(role)) || (named.includes('everybody') && !own.some((role) => enforcesNothing.includes(role)))
  }
}
