import { Type } from 'typebox'
import { RefusalAnswer } from './errors.ts'
import { Day, Id, Instant, Words } from './words.ts'

/** GET /api/matters and /api/matters/count */
const narrowing = {
  procedure: Type.Optional(Type.String()),
  stage: Type.Optional(Type.String()),
  body: Type.Optional(Id),
  unit: Type.Optional(Id),
  /** Two characters or more: party, number, facts. */
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  /** Asked for what falls due, the list is in that order: the most pressing first. */
  dueFrom: Type.Optional(Day),
  dueTo: Type.Optional(Day),
}

export const MatterFilter = Type.Object(
  {
    ...narrowing,
    /** The `next` of the page before. */
    after: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
)

/** GET /api/matters.csv: the whole list that the filter leaves, in its order, in the language asked for; 5,000 rows at most, and then it says so. */
export const MatterExport = Type.Object({ ...narrowing, language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) }, { additionalProperties: false })

export const MatterRow = Type.Object({
  id: Id,
  procedure: Type.String(),
  stage: Type.String(),
  body: Id,
  bodyName: Type.String(),
  /** Empty while no unit has taken it up. */
  unit: Type.String({ maxLength: 80 }),
  number: Type.Union([Type.String(), Type.Null()]),
  /** Names of the parties, joined for display; an unidentified party has none. */
  parties: Type.Array(Type.String()),
  filed: Day,
  due: Type.Union([Day, Type.Null()]),
  ended: Type.Boolean(),
})

export const MatterPage = Type.Object({ rows: Type.Array(MatterRow), next: Type.Union([Type.String(), Type.Null()]) })

/** Counted up to a cap; `more` when the cap was reached. */
export const MatterCount = Type.Object({ count: Type.Integer(), more: Type.Boolean() })

/** An act as it is sent: POST /api/matters/{id}/acts, /check, and as `first` of POST /api/matters. */
export const ActRequest = Type.Object(
  {
    id: Id,
    kind: Type.String({ maxLength: 80 }),
    /** Facts only: when it happened. Powers happen when they are performed. */
    occurredAt: Type.Optional(Instant),
    source: Type.Optional(Type.Union([Type.Literal('stated'), Type.Literal('device'), Type.Literal('paper')])),
    /** Needed when a fact is entered on a later day than it occurred (R2). */
    lateReason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    payload: Type.Unknown(),
  },
  { additionalProperties: false },
)

export const OpenMatterRequest = Type.Object(
  { id: Id, procedure: Type.String(), body: Id, unit: Type.Optional(Id), first: ActRequest },
  { additionalProperties: false },
)

export const DocumentAnswer = Type.Object({
  id: Id,
  kind: Type.String(),
  title: Words,
  subject: Type.String(),
  number: Type.Union([Type.String(), Type.Null()]),
  code: Type.Union([Type.String(), Type.Null()]),
  volume: Type.Union([Type.Literal('main'), Type.Literal('inner')]),
  made: Instant,
  /** Content hash once rendered; until then it cannot be downloaded. */
  file: Type.Union([Type.String(), Type.Null()]),
  pages: Type.Union([Type.Integer(), Type.Null()]),
  act: Id,
  /** Of an entry that was struck: its number is 作废. */
  void: Type.Boolean(),
  /** It repeats personal information that was erased by law: neither it nor its scans are opened or bound any more. */
  withheld: Type.Boolean(),
})

/** 201 first, 200 when the same act was sent again. */
export const ActPerformed = Type.Object({
  act: Id,
  matter: Id,
  seq: Type.Integer(),
  stage: Type.String(),
  documents: Type.Array(Type.Object({ id: Id, kind: Type.String(), number: Type.Union([Type.String(), Type.Null()]) })),
  findings: Type.Array(Type.Object({ rule: Type.String(), subject: Type.String() })),
})

export const CheckAnswer = Type.Object({ allowed: Type.Boolean(), refusals: Type.Array(RefusalAnswer), marks: Type.Array(RefusalAnswer) })

/** One line of the table that buttons read. `form` is the act's payload as JSON Schema with labels and widgets. */
export const OfferAnswer = Type.Object({
  kind: Type.String(),
  title: Words,
  nature: Type.Union([Type.Literal('power'), Type.Literal('fact')]),
  allowed: Type.Boolean(),
  awaited: Type.Boolean(),
  /** False: nothing in the file this could be about yet; shown out of the way. */
  suits: Type.Boolean(),
  refusals: Type.Array(RefusalAnswer),
  prefill: Type.Unknown(),
  /** The current proposal this act answers, to be sent back as `payload.proposal`. */
  proposal: Type.Optional(Type.Object({ act: Id, hash: Type.String() })),
  documents: Type.Array(Type.String()),
})

export const AvailableAnswer = Type.Object({ offers: Type.Array(OfferAnswer) })

export const ClockAnswer = Type.Object({
  clock: Type.String(),
  title: Words,
  reference: Words,
  subject: Type.String(),
  opened: Instant,
  due: Type.Union([Type.String(), Type.Null()]),
  closed: Type.Union([Instant, Type.Null()]),
  whose: Type.String(),
  provisional: Type.Boolean(),
  /** Days left on the day of asking; negative when overdue. */
  daysLeft: Type.Union([Type.Integer(), Type.Null()]),
})

export const FindingAnswer = Type.Object({
  rule: Type.String(),
  title: Words,
  reference: Words,
  severity: Type.Union([Type.Literal('serious'), Type.Literal('ordinary'), Type.Literal('slight')]),
  act: Id,
  subject: Type.String(),
  found: Day,
  lifted: Type.Boolean(),
  /** A supervisor looked into what this act caused (R19). */
  ticked: Type.Union([Type.Object({ by: Type.String(), on: Day, result: Words }), Type.Null()]),
})

/** GET /api/matters/{id}: one answer for the whole matter page. `state` is the typed state of the procedure. */
export const MatterAnswer = Type.Object({
  row: MatterRow,
  state: Type.Unknown(),
  seq: Type.Integer(),
  parties: Type.Array(Type.Object({ id: Id, name: Type.String(), kind: Type.String(), role: Type.String(), code: Type.Union([Type.String(), Type.Null()]), address: Type.Union([Type.String(), Type.Null()]) })),
  people: Type.Record(Type.String(), Type.String()),
  items: Type.Record(Type.String(), Type.String()),
  clocks: Type.Array(ClockAnswer),
  findings: Type.Array(FindingAnswer),
  documents: Type.Array(DocumentAnswer),
  waiting: Type.Array(Type.Object({ act: Type.String(), title: Words, post: Type.String(), people: Type.Array(Type.String()), nobody: Type.Boolean() })),
})

/** GET /api/matters/{id}/acts: the story, newest last. Personal fields are joined where the reader may see them. */
export const ActAnswer = Type.Object({
  id: Id,
  seq: Type.Integer(),
  kind: Type.String(),
  title: Words,
  nature: Type.Union([Type.Literal('power'), Type.Literal('fact')]),
  actor: Type.String(),
  actorName: Type.String(),
  post: Type.Union([Type.String(), Type.Null()]),
  occurredAt: Instant,
  recordedAt: Instant,
  source: Type.String(),
  payload: Type.Unknown(),
  /** Something in it is sealed (the informant, 处罚法 50) and not shown to this reader. */
  sealed: Type.Boolean(),
  marks: Type.Array(RefusalAnswer),
  documents: Type.Array(Type.String()),
  files: Type.Array(Type.String()),
  /** The act that struck it as mis-recorded. */
  struckBy: Type.Union([Id, Type.Null()]),
  /** Who of its officers has still to confirm it. */
  unconfirmedBy: Type.Array(Type.String()),
})

export const ActsAnswer = Type.Object({ acts: Type.Array(ActAnswer) })

/** GET /api/desk: what waits for me, by what falls due first. */
export const DeskRow = Type.Object({
  matter: MatterRow,
  act: Type.String(),
  title: Words,
  since: Instant,
  /** Days it has waited. */
  waited: Type.Integer(),
  clock: Type.Union([ClockAnswer, Type.Null()]),
  /** How its nearest term of ours stands today; `soon` is within three working days. The desk's numbers count these. */
  urgency: Type.Union([Type.Literal('overdue'), Type.Literal('today'), Type.Literal('soon'), Type.Null()]),
  /** It answers what others proposed, or is a head's own step; `risks` says what to look at first. */
  approves: Type.Boolean(),
  risks: Type.Array(Type.Object({ id: Type.String(), grave: Type.Boolean(), title: Words })),
})

/** What nobody of the body may do any more, with its cure (R5). */
export const StoppedRow = Type.Object({ matter: MatterRow, act: Type.String(), title: Words, since: Instant, waited: Type.Integer(), cure: Words, reference: Words })

export const DeskAnswer = Type.Object({
  today: Day,
  workdaysThisWeek: Type.Integer(),
  overdue: Type.Integer(),
  dueToday: Type.Integer(),
  dueSoon: Type.Integer(),
  open: Type.Integer(),
  /** More waits than two hundred things: of these, which wait longest, what is his is shown, and the numbers count it. */
  cut: Type.Boolean(),
  waiting: Type.Array(DeskRow),
  stopped: Type.Array(StoppedRow),
  returned: Type.Array(DeskRow),
  /** Records of two officers that he has still to confirm as the second, by matter: `act` with all of `entries` does it. */
  toConfirm: Type.Array(Type.Object({
    matter: MatterRow,
    act: Type.String(),
    entries: Type.Array(Type.Object({ id: Id, title: Words, actorName: Type.String(), occurredAt: Instant })),
  })),
  /** Further cases with records to confirm, counted to two hundred: the newest fifty are shown. */
  moreToConfirm: Type.Integer(),
  /** Cases of his unit or body of which somebody in the team may not enforce now; somebody else has to be named (处罚法 42, R4). */
  thin: Type.Array(Type.Object({ matter: MatterRow, lacking: Type.Array(Type.Object({ id: Id, name: Type.String(), lack: Words })) })),
  /** Acts since yesterday in matters he may read. */
  news: Type.Array(Type.Object({ act: Id, matter: Id, number: Type.Union([Type.String(), Type.Null()]), title: Words, actorName: Type.String(), recordedAt: Instant })),
})
