import { Type } from 'typebox'
import { Day, Id, Instant, Words } from './words.ts'

const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()])
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Version = Type.Object({ version: Type.String(), title: Type.String(), rank: Type.String(), promulgated: Day, inForce: Day, repealed: orNull(Day), loaded: Type.Boolean() })
const Paragraph = Type.Object({ text: Type.String(), items: Type.Array(Type.String()) })
const Flaw = Type.Object({ kind: Type.String(), place: Type.String(), words: Words })

/** GET /api/statutes: the register, one line a statute with the version in force on the day (else the latest). */
export const StatuteFilter = Type.Object({ q: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), on: Type.Optional(Day), after: Type.Optional(Name) }, { additionalProperties: false })
export const StatutesAnswer = Type.Object({
  rows: Type.Array(Type.Object({
    statute: Type.String(), title: Type.String(), rank: Type.String(), version: Type.String(), promulgated: Day, inForce: Day, repealed: orNull(Day),
    versions: Type.Integer(), articles: Type.Union([Type.Integer(), Type.Null()]), flaws: Type.Integer(),
  })),
  next: orNull(Type.String()),
})

/** GET /api/statutes/{statute}?on=: the text in force that day, whole. */
export const ByStatute = Type.Object({ statute: Name })
export const StatuteOn = Type.Object({ on: Type.Optional(Day), version: Type.Optional(Name) }, { additionalProperties: false })
export const StatuteAnswer = Type.Object({
  statute: Type.String(),
  on: Day,
  /** In force on the day; if none was, the one nearest to it, and `inForce` is false. */
  version: Version,
  inForce: Type.Boolean(),
  versions: Type.Array(Version),
  preamble: Type.Array(Type.String()),
  flaws: Type.Array(Flaw),
  articles: Type.Array(Type.Object({ number: Type.Integer(), sub: Type.Integer(), label: Type.String(), path: Type.Array(Type.String()), paragraphs: Type.Array(Paragraph) })),
})

/** GET /api/statutes/{statute}/compare?from=&to=: only the articles whose words differ, old beside new. */
export const Compared = Type.Object({ from: Name, to: Name }, { additionalProperties: false })
export const ComparisonAnswer = Type.Object({
  statute: Type.String(),
  from: Version,
  to: Version,
  same: Type.Integer(),
  rows: Type.Array(Type.Object({
    label: Type.String(), number: Type.Integer(), sub: Type.Integer(), kind: Type.Union([Type.Literal('changed'), Type.Literal('gone'), Type.Literal('new')]),
    before: orNull(Type.String()), after: orNull(Type.String()),
  })),
})

/** GET /api/statute-search?q=: articles in force on the day that hold every part of `q`, two characters up. */
export const ArticleSearch = Type.Object({ q: Type.String({ minLength: 2, maxLength: 60 }), on: Type.Optional(Day) }, { additionalProperties: false })
export const ArticlesFound = Type.Object({
  rows: Type.Array(Type.Object({ statute: Type.String(), version: Type.String(), number: Type.Integer(), sub: Type.Integer(), label: Type.String(), text: Type.String() })),
  /** There are more than the fifty shown. */
  more: Type.Boolean(),
})

const Outcome = Type.Union([Type.Literal('kept'), Type.Literal('adjusted'), Type.Literal('withdrawn')])
const SubjectKind = Type.Union([Type.Literal('item'), Type.Literal('benchmark'), Type.Literal('leniency'), Type.Literal('grant'), Type.Literal('matter')])
const ChangeRow = Type.Object({
  id: Type.String(), statute: Type.String(), from: Type.String(), to: orNull(Type.String()), effective: Day, basis: Type.String(),
  /** How many articles were changed, dropped or are new; null when the statute was repealed. */
  changed: Type.Union([Type.Integer(), Type.Null()]), tasks: Type.Integer(), open: Type.Integer(), overdue: Type.Integer(),
})

/** GET /api/statute-changes: the newest two hundred changes with their review tasks. */
export const ChangesAnswer = Type.Object({ rows: Type.Array(ChangeRow) })

/** GET /api/statute-changes/{id}: the articles that items, benchmarks and cases rest on come first, old beside new. */
export const ById = Type.Object({ id: Id })
export const ChangeAnswer = Type.Object({
  ...ChangeRow.properties,
  articles: Type.Array(Type.Object({ label: Type.String(), number: Type.Integer(), sub: Type.Integer(), cited: Type.Boolean(), before: orNull(Type.String()), after: orNull(Type.String()) })),
  tasks: Type.Array(Type.Object({
    id: Id, kind: SubjectKind, subject: Type.String(), title: Type.String(), body: Type.String(),
    bodyName: Type.String(), references: Type.Array(Words), due: Day, done: orNull(Instant), outcome: Type.Union([Outcome, Type.Null()]), note: orNull(Type.String()), mine: Type.Boolean(),
  })),
})

/** GET /api/reviews: what the asker's bodies have still to review, by the day it is due; fifty at most. */
export const ReviewsAnswer = Type.Object({
  rows: Type.Array(Type.Object({ id: Id, change: Id, kind: SubjectKind, title: Type.String(), statute: Type.String(), effective: Day, due: Day, overdue: Type.Boolean() })),
})

/** POST /api/reviews/{task}: the owning body's head or legal reviewer says what became of it. */
export const FinishReview = Type.Object({ id: Id, outcome: Outcome, note: Type.String({ maxLength: 500 }) }, { additionalProperties: false })
export const ReviewFinished = Type.Object({ id: Id })

/** POST /api/import/statutes: texts and lists of statuses as a browser read them; a folder is sent in several requests. */
export const StatuteFiles = Type.Object({
  id: Id,
  files: Type.Array(Type.Object({ path: Type.String({ minLength: 1, maxLength: 300 }), text: Type.String() }), { maxItems: 2000 }),
  statuses: Type.Array(Type.String(), { maxItems: 10 }),
  /** Lists of what a statute repeals: `{law, effective, basis, repeals[]}`, read after the texts. */
  repeals: Type.Optional(Type.Array(Type.String(), { maxItems: 10 })),
}, { additionalProperties: false })
export const StatutesImported = Type.Object({
  counts: Type.Object({
    texts: Type.Integer(), added: Type.Integer(), unchanged: Type.Integer(), refused: Type.Integer(), flagged: Type.Integer(), articles: Type.Integer(),
  }),
  refused: Type.Array(Type.Object({ source: Type.String(), reason: Words })),
  /** Statutes that a list of repeals ended. */
  repealed: Type.Array(Type.String()),
  flaws: Type.Array(Type.Object({ statute: Type.String(), version: Type.String(), flaw: Flaw })),
  impact: Type.Object({ changes: Type.Integer(), tasks: Type.Object({ item: Type.Integer(), benchmark: Type.Integer(), leniency: Type.Integer(), grant: Type.Integer(), matter: Type.Integer() }) }),
})
