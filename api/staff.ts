import { Type } from 'typebox'
import { Day, Id, Instant, Words } from './words.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

export const Category = Type.Union([
  Type.Literal('civil-servant'), Type.Literal('referenced'), Type.Literal('public-institution'), Type.Literal('seconded'), Type.Literal('assistant'), Type.Literal('contract'),
  Type.Literal('service-worker'),
])
const ReviewerKind = Type.Union([Type.Literal('staff'), Type.Literal('counsel'), Type.Literal('public-lawyer')])

const Held = Type.Object({
  number: Type.String(),
  issuer: Type.String(),
  fields: Type.Array(Type.String()),
  from: Instant,
  until: Instant,
  valid: Type.Boolean(),
  /** The matter it came in by; null if by a file. */
  matter: orNull(Id),
})

/** GET /api/staff: the officer register. Supervisors and system administrators see the county, heads and unit heads their body. */
export const StaffFilter = Type.Object(
  { body: Type.Optional(Id), q: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })), after: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) },
  { additionalProperties: false },
)
const StaffRow = Type.Object({
  id: Id,
  name: Type.String(),
  body: orNull(Type.String()),
  unit: orNull(Type.String()),
  category: orNull(Category),
  education: orNull(Type.String()),
  legalQualification: Type.Boolean(),
  fields: Type.Array(Type.String()),
  /** 身份证号 masked to its last four. */
  idNumber: orNull(Type.String()),
  certificates: Type.Array(Held),
})
export const StaffAnswer = Type.Object({ rows: Type.Array(StaffRow), next: orNull(Id) })

/** POST /api/import/people: a table of officers, as one request; refusals under /api/import/{id}. */
export const ImportPeopleQuery = Type.Object({ id: Id, name: Type.String({ minLength: 1, maxLength: 200 }), from: Type.Optional(Day) }, { additionalProperties: false })

/** GET /api/people/{id}: one person's service life, newest first. What he handles is listed as far as the asker may read it. */
export const PersonAnswer = Type.Object({
  id: Id,
  name: Type.String(),
  photo: Type.Boolean(),
  mayEdit: Type.Boolean(),
  mayShowCard: Type.Boolean(),
  profile: orNull(Type.Object({ category: Category, education: orNull(Type.String()), legalQualification: Type.Boolean(), fields: Type.Array(Type.String()), idNumber: orNull(Type.String()), reviewerKind: orNull(ReviewerKind), reviewingSince: orNull(Day) })),
  posts: Type.Array(Type.Object({ kind: Type.String(), body: Type.String(), unit: orNull(Type.String()), from: Instant, until: orNull(Instant) })),
  certificates: Type.Array(Held),
  matters: Type.Array(Type.Object({ id: Id, number: orNull(Type.String()), procedure: Type.String(), title: Words, stage: Words, filed: Day, ended: Type.Boolean(), handles: Type.Boolean() })),
  timeline: Type.Array(Type.Object({ on: Day, kind: Type.Union([Type.Literal('post'), Type.Literal('training'), Type.Literal('exam'), Type.Literal('certificate'), Type.Literal('appraisal'), Type.Literal('matter'), Type.Literal('departure')]), what: Words, matter: orNull(Id) })),
})

/** PUT /api/people/{id}/profile by a supervisor or system administrator; the ID number is sealed and never answered whole. */
export const ProfileRequest = Type.Object(
  {
    id: Id,
    category: Category,
    education: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    legalQualification: Type.Boolean(),
    fields: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20 }),
    idNumber: Type.Optional(Type.String({ minLength: 15, maxLength: 24 })),
    reviewerKind: Type.Optional(ReviewerKind),
    reviewingSince: Type.Optional(Day),
  },
  { additionalProperties: false },
)

/** GET /api/people/{id}/card: his valid certificate with its code, for the phone and the printer. */
export const CardAnswer = Type.Object({
  name: Type.String(),
  body: orNull(Type.String()),
  fields: Type.Array(Type.String()),
  number: Type.String(),
  issuer: Type.String(),
  until: Instant,
  photo: Type.Boolean(),
  code: Type.String(),
  url: Type.String(),
  qr: Type.String(),
})

/** GET /api/public/card/{code}: for whoever is shown a card. Nothing but this. */
export const PublicCardAnswer = Type.Object({ name: Type.String(), body: orNull(Type.String()), fields: Type.Array(Type.String()), valid: Type.Boolean(), at: Instant, photo: Type.Boolean() })

const EligibilityRule = Type.Union([Type.Literal('may'), Type.Literal('joint'), Type.Literal('never')])

/** POST /api/certificate-eligibility by the justice bureau: a row of the county's table, from a day that is not past (default today). */
export const EligibilityRequest = Type.Object({ id: Id, category: Category, rule: EligibilityRule, basis: Type.String({ minLength: 2, maxLength: 200 }), from: Type.Optional(Day) }, { additionalProperties: false })

/** GET /api/certificate-desk: what the justice bureau has to look at (R34, measures 9–12, 45). */
const Someone = { person: Id, name: Type.String(), body: orNull(Type.String()) }
export const CertificateDeskAnswer = Type.Object({
  today: Day,
  certified: Type.Integer(),
  /** Hold an officer's or unit head's post and no valid certificate. */
  uncertified: Type.Array(Type.Object(Someone)),
  expiring: Type.Array(Type.Object({ ...Someone, number: Type.String(), until: Instant, daysLeft: Type.Integer() })),
  /** One-click revocation: who, which certificate, why. */
  wrongful: Type.Array(Type.Object({ ...Someone, number: Type.String(), issuer: Type.String(), ground: Type.Union([Type.Literal('ineligible'), Type.Literal('duplicate')]), reason: Words, revocation: orNull(Id) })),
  applications: Type.Array(Type.Object({ id: Id, name: orNull(Type.String()), body: orNull(Type.String()), stage: Words, filed: Day })),
  departures: Type.Array(Type.Object({ ...Someone, matter: Id, eventOn: Day, recordedOn: Day, days: Type.Integer(), done: Type.Boolean() })),
  reviewers: Type.Array(Type.Object({ id: Id, body: Type.String(), officers: Type.Integer(), reviewers: Type.Integer(), unqualified: Type.Integer(), enough: Type.Boolean() })),
  pool: Type.Array(Type.Object({ ...Someone, kind: ReviewerKind, qualified: Type.Boolean() })),
  eligibility: Type.Array(Type.Object({ category: Category, rule: EligibilityRule, basis: Type.String(), from: Day, until: orNull(Day) })),
})
