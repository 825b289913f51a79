import { Type } from 'typebox'
import { Day, Id, Instant, Words } from './words.ts'

const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])
const page = { after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }
const choose = <const T extends readonly string[]>(...values: T) => Type.Union(values.map((value) => Type.Literal(value as T[number])))

export const PostKind = choose(
  'officer', 'unit-head', 'legal-reviewer', 'head', 'supervisor', 'receiving-clerk',
  'system-administrator', 'security-administrator', 'audit-administrator',
)
export const Rank = choose('chief', 'acting', 'deputy')

/** GET /api/bodies: the bodies of the county as of today, with their units. */
const BodyRow = Type.Object({
  id: Id,
  name: Type.String(),
  shortName: Type.String(),
  numberPrefix: Type.String(),
  creditCode: orNull(Type.String()),
  kind: choose('organ', 'authorised', 'entrusted', 'township'),
  township: orNull(Type.String()),
  principal: orNull(Type.String()),
  units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
export const BodiesAnswer = Type.Object({ rows: Type.Array(BodyRow) })

/** GET /api/people: `q` begins a name; `body` and `post` hold a post there now; `reviewers`: whom the county may assign a review (R5). */
export const PeopleFilter = Type.Object(
  { q: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })), body: Type.Optional(Id), post: Type.Optional(PostKind), reviewers: Type.Optional(Type.Boolean()), ...page },
  { additionalProperties: false },
)
const PersonRow = Type.Object({
  id: Id,
  name: Type.String(),
  posts: Type.Array(Type.Object({ kind: PostKind, body: Id, unit: orNull(Id) })),
  certificates: Type.Array(Type.Object({ number: Type.String(), issuer: Type.String(), fields: Type.Array(Type.String()), from: Instant, until: Instant, valid: Type.Boolean() })),
})
export const PeopleAnswer = Type.Object({ rows: Type.Array(PersonRow), next: orNull(Type.String()) })

/** POST /api/people: a person with a sign-in. The password is shown once, in the first answer; the person must change it. */
export const AddPersonRequest = Type.Object(
  { id: Id, person: Id, name: Type.String({ minLength: 1, maxLength: 60 }), phone: Type.Optional(Type.String({ maxLength: 30 })), username: Type.String({ minLength: 2, maxLength: 40 }) },
  { additionalProperties: false },
)
export const AddPersonAnswer = Type.Object({ person: Id, username: Type.String(), initialPassword: Type.Optional(Type.String()) })

/** GET /api/people/accounts, for the system administrator: who can sign in under which name. `without`: only those who cannot yet. */
export const AccountsFilter = Type.Object(
  { q: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })), body: Type.Optional(Id), without: Type.Optional(Type.Boolean()), ...page },
  { additionalProperties: false },
)
export const AccountsAnswer = Type.Object({
  rows: Type.Array(Type.Object({ person: Id, name: Type.String(), username: orNull(Type.String()), passwordDue: Type.Boolean() })),
  next: orNull(Type.String()),
})

/** POST /api/people/accounts: sign-ins for people already in the register; without a user name it is the person’s name. */
export const OpenAccountsRequest = Type.Object(
  { id: Id, people: Type.Array(Type.Object({ person: Id, username: Type.Optional(Type.String({ minLength: 2, maxLength: 40 })) }, { additionalProperties: false }), { minItems: 1, maxItems: 100 }) },
  { additionalProperties: false },
)
export const OpenAccountsAnswer = Type.Object({
  accounts: Type.Array(Type.Object({ person: Id, name: Type.String(), username: Type.String(), initialPassword: Type.Optional(Type.String()) })),
})

/** POST /api/people/reset-password: for who forgot his; a new initial password, sessions end. */
export const ResetPasswordRequest = Type.Object({ id: Id, username: Type.String({ minLength: 2, maxLength: 40 }) }, { additionalProperties: false })

/** GET /api/posts: who holds what since when. Without `history`, those held now or later. */
export const PostsFilter = Type.Object(
  { body: Type.Optional(Id), person: Type.Optional(Id), history: Type.Optional(Type.Boolean()), after: page.after, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) },
  { additionalProperties: false },
)
const PostRow = Type.Object({
  id: Id,
  person: Id,
  personName: Type.String(),
  kind: PostKind,
  body: Id,
  bodyName: Type.String(),
  unit: orNull(Id),
  unitName: orNull(Type.String()),
  rank: Type.Union([Rank, Type.Null()]),
  /** What a deputy is in charge of; null: everything. */
  fields: Type.Union([Type.Array(Type.String()), Type.Null()]),
  /** By which an acting chief was appointed. */
  document: orNull(Type.String()),
  qualified: Type.Boolean(),
  from: Instant,
  until: orNull(Instant),
})
export const PostsAnswer = Type.Object({ rows: Type.Array(PostRow), next: orNull(Type.String()) })

/** POST /api/posts by a system administrator: assign a post (its id is the request's) or end one. From now on unless told. */
export const PostRequest = Type.Union([
  Type.Object(
    {
      id: Id,
      assign: Type.Object(
        {
          person: Id, kind: PostKind, body: Id, unit: Type.Optional(Id), rank: Type.Optional(Rank), qualified: Type.Optional(Type.Boolean()),
          fields: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 60 })),
          document: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
          from: Type.Optional(Instant), until: Type.Optional(Instant),
        },
        { additionalProperties: false },
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object({ id: Id, end: Type.Object({ post: Id, until: Type.Optional(Instant) }, { additionalProperties: false }) }, { additionalProperties: false }),
])
export const PostChanged = Type.Object({ post: Id })

/** GET /api/approvals: who of a body's heads approves what, where the body set it, and its written delegations (R5). */
export const ApprovalsFilter = Type.Object({ body: Id }, { additionalProperties: false })
const acts = Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 60 })
export const ApprovalsAnswer = Type.Object({
  rules: Type.Array(Type.Object({ act: Type.String(), ranks: Type.Array(Rank), inField: Type.Boolean(), from: Instant, until: orNull(Instant) })),
  delegations: Type.Array(
    Type.Object({ id: Id, person: Id, personName: Type.String(), post: choose('head', 'unit-head'), givenByName: orNull(Type.String()), acts: Type.Array(Type.String()), document: Type.String(), from: Instant, until: Instant }),
  ),
})

/** POST /api/approvals by a system administrator: set who approves an act from now on, enter a delegation, or end one. */
export const ApprovalRequest = Type.Union([
  Type.Object(
    { id: Id, set: Type.Object({ body: Id, act: Type.String({ maxLength: 80 }), ranks: Type.Array(Rank, { minItems: 1, maxItems: 3 }), inField: Type.Boolean() }, { additionalProperties: false }) },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      id: Id,
      delegate: Type.Object(
        { body: Id, person: Id, givenBy: Id, acts, document: Type.String({ minLength: 1, maxLength: 200 }), from: Type.Optional(Instant), until: Instant },
        { additionalProperties: false },
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object({ id: Id, end: Type.Object({ delegation: Id }, { additionalProperties: false }) }, { additionalProperties: false }),
])

/** GET /api/parties: `q` begins a name or is a whole code. */
export const PartyFilter = Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }), limit: page.limit }, { additionalProperties: false })
const PartyKind = choose('person', 'individual-business', 'legal-person', 'organisation')
export const PartyRow = Type.Object({
  id: Id,
  kind: PartyKind,
  name: Type.String(),
  code: orNull(Type.String()),
  codeNote: orNull(Type.String()),
  representative: orNull(Type.String()),
  address: orNull(Type.String()),
  phone: orNull(Type.String()),
})
export const PartiesAnswer = Type.Object({ rows: Type.Array(PartyRow) })

/** POST /api/parties. A code that fails its check is taken with `codeNote`, why it is right nonetheless; it never blocks. */
export const AddPartyRequest = Type.Object(
  {
    id: Id,
    kind: PartyKind,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    codeNote: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    birth: Type.Optional(Day),
    representative: Type.Optional(Type.String({ maxLength: 60 })),
    address: Type.Optional(Type.String({ maxLength: 200 })),
    phone: Type.Optional(Type.String({ maxLength: 30 })),
  },
  { additionalProperties: false },
)
export const PartyAdded = Type.Object({ id: Id, warnings: Type.Array(Type.Object({ field: Type.String(), message: Words })) })

/** GET /api/audit/verbs and /api/audit/sign-ins, for the audit administrator: newest first. */
export const AuditFilter = Type.Object({ person: Type.Optional(Id), ...page }, { additionalProperties: false })
export const VerbsAnswer = Type.Object({
  rows: Type.Array(Type.Object({ id: Id, verb: Type.String(), person: Id, content: Type.Unknown(), at: Instant })),
  next: orNull(Type.String()),
})
export const SignInsAnswer = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.Integer(), at: Instant, person: orNull(Id), username: Type.String(), address: Type.String(), outcome: Type.String() })),
  next: orNull(Type.String()),
})

/** GET /api/security/lockouts and POST /api/security/unlock, for the security administrator. */
export const LockoutsAnswer = Type.Object({ rows: Type.Array(Type.Object({ key: Type.String(), failures: Type.Integer(), until: Instant })) })
export const UnlockRequest = Type.Object({ id: Id, key: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false })
