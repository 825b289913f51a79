import { Type } from 'typebox'
import { Day, Id, Instant, Words } from './words.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const QuestionKind = Type.Union([Type.Literal('single'), Type.Literal('multiple'), Type.Literal('judge'), Type.Literal('case')])
const Difficulty = Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)])
const QuestionStatus = Type.Union([Type.Literal('ready'), Type.Literal('set-aside'), Type.Literal('withdrawn')])
const Options = Type.Array(Type.Object({ key: Type.String(), text: Type.String() }))

/** POST /api/exams/questions/import: the body is the file: text, CSV, workbook (.xlsx) or text document (.docx). */
export const QuestionImportQuery = Type.Object({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** The field of questions that name none. */
  field: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  /** The day whose law the bank rests on; statutes that changed after it set their questions aside. Default today. */
  asOf: Type.Optional(Day),
}, { additionalProperties: false })

export const QuestionImportAnswer = Type.Object({
  records: Type.Integer(),
  accepted: Type.Integer(),
  /** Of the accepted: new in the bank, there already, asking what another asks with other options. */
  added: Type.Integer(),
  unchanged: Type.Integer(),
  repeats: Type.Integer(),
  /** Of the accepted: resting on an article that changed since. */
  setAside: Type.Integer(),
  duplicates: Type.Array(Type.Object({ line: Type.Integer(), of: Type.Integer() })),
  refused: Type.Array(Type.Object({ line: Type.Integer(), reason: Words })),
})

export const QuestionFilter = Type.Object({
  kind: Type.Optional(QuestionKind),
  field: Type.Optional(Type.String({ maxLength: 60 })),
  status: Type.Optional(QuestionStatus),
  q: Type.Optional(Type.String({ maxLength: 60 })),
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}, { additionalProperties: false })

export const QuestionsAnswer = Type.Object({
  rows: Type.Array(Type.Object({
    id: Id,
    kind: QuestionKind,
    field: Type.String(),
    difficulty: Difficulty,
    stem: Type.String(),
    options: Options,
    answer: Type.Array(Type.String()),
    guide: Type.String(),
    references: Type.Array(Words),
    asOf: Day,
    source: Type.String(),
    number: Type.String(),
    status: QuestionStatus,
    change: orNull(Type.String()),
    repeats: Type.Boolean(),
  })),
  next: orNull(Id),
})

/** How many ready questions the bank has of each kind, field and difficulty, and how many wait for review. */
export const BankAnswer = Type.Object({
  ready: Type.Array(Type.Object({ kind: QuestionKind, field: Type.String(), difficulty: Difficulty, count: Type.Integer() })),
  setAside: Type.Integer(),
  withdrawn: Type.Integer(),
})

export const AddQuestionRequest = Type.Object({
  id: Id,
  kind: QuestionKind,
  field: Type.String({ minLength: 1, maxLength: 60 }),
  difficulty: Difficulty,
  stem: Type.String({ minLength: 2, maxLength: 5000 }),
  options: Type.Array(Type.String({ minLength: 1, maxLength: 1000 }), { maxItems: 8 }),
  /** Letters of the right options; T or F. */
  answer: Type.String({ maxLength: 8 }),
  guide: Type.String({ maxLength: 5000 }),
  basis: Type.Optional(Type.String({ maxLength: 1000 })),
  /** The question it corrects, which is withdrawn: papers that asked it keep it as it was. */
  replaces: Type.Optional(Type.Object({ question: Id, reason: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false })),
}, { additionalProperties: false })
export const QuestionAdded = Type.Object({ question: Id })

export const ReviewQuestionRequest = Type.Object({
  id: Id,
  outcome: Type.Union([Type.Literal('kept'), Type.Literal('withdrawn')]),
  note: Type.String({ minLength: 1, maxLength: 500 }),
  difficulty: Type.Optional(Difficulty),
}, { additionalProperties: false })

/** How a paper is made. A difficulty that is not named comes as the draw gives it. */
const Count = Type.Optional(Type.Integer({ minimum: 0, maximum: 200 }))
const BlueprintSchema = Type.Object({
  sections: Type.Array(Type.Object({
    kind: QuestionKind,
    count: Type.Integer({ minimum: 1, maximum: 200 }),
    points: Type.Integer({ minimum: 1, maximum: 100 }),
    fields: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 40 }),
    difficulty: Type.Object({ 1: Count, 2: Count, 3: Count }, { additionalProperties: false }),
  }, { additionalProperties: false }), { minItems: 1, maxItems: 10 }),
  compulsory: Type.Array(Type.Object({ statute: Type.String({ minLength: 1, maxLength: 60 }), article: Type.Integer({ minimum: 1, maximum: 2000 }) }, { additionalProperties: false }), { maxItems: 20 }),
}, { additionalProperties: false })

/** POST /api/exams by the justice bureau. Papers follow from a seed that the ledger holds before anybody begins. */
export const SetExamRequest = Type.Object({
  id: Id,
  title: Type.String({ minLength: 2, maxLength: 120 }),
  blueprint: BlueprintSchema,
  opens: Instant,
  closes: Instant,
  minutes: Type.Integer({ minimum: 1, maximum: 600 }),
  pass: Type.Integer({ minimum: 0, maximum: 10_000 }),
  examinees: Type.Array(Id, { maxItems: 2000 }),
  /** Besides, everybody who is an officer or unit head of these bodies when it is set. */
  bodies: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  /** Two or more, and who decides where two disagree: needed where a part is marked by hand. */
  markers: Type.Array(Id, { maxItems: 50 }),
  arbiter: Type.Optional(Id),
  /** 资格考试: whoever passes may apply for a certificate (R34). */
  qualifying: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })
export const ExamDone = Type.Object({ id: Id })

const ExamRow = Type.Object({
  id: Id,
  title: Type.String(),
  opens: Instant,
  closes: Instant,
  minutes: Type.Integer(),
  pass: Type.Integer(),
  fullMarks: Type.Integer(),
  /** What the asker has to do with it. */
  sits: Type.Boolean(),
  marks: Type.Boolean(),
  started: orNull(Instant),
  ends: orNull(Instant),
  submitted: orNull(Instant),
  /** His own, once the exam is closed. */
  total: orNull(Type.Integer()),
})
export const ExamsAnswer = Type.Object({ now: Instant, holds: Type.Boolean(), rows: Type.Array(ExamRow) })

/** What was given: keys of options in the bank's letters, or a text. */
const Given = Type.Union([Type.Array(Type.String({ maxLength: 2 }), { maxItems: 8 }), Type.String({ maxLength: 20_000 })])
const PaperRow = Type.Object({
  question: Id,
  section: Type.Integer(),
  kind: QuestionKind,
  points: Type.Integer(),
  stem: Type.String(),
  options: Options,
  given: orNull(Given),
})
/** GET /api/exams/{id}/paper: his paper with what he has given so far, and the server's time. */
export const PaperAnswer = Type.Object({ id: Id, title: Type.String(), now: Instant, started: Instant, ends: Instant, submitted: orNull(Instant), questions: Type.Array(PaperRow) })

export const BeginExamRequest = Type.Object({ id: Id }, { additionalProperties: false })
export const GiveAnswerRequest = Type.Object({ id: Id, question: Id, given: Given }, { additionalProperties: false })
/** Acknowledged: it is written. `now` keeps the examinee's clock right. */
export const AnswerGiven = Type.Object({ at: Instant, now: Instant, ends: Instant })
export const ExamEventRequest = Type.Object({ id: Id, kind: Type.Union([Type.Literal('left'), Type.Literal('returned')]) }, { additionalProperties: false })

/** GET /api/exams/{id}/review: his own paper with the keys, once the exam is closed. */
export const ReviewAnswer = Type.Object({
  id: Id,
  title: Type.String(),
  objective: Type.Integer(),
  total: orNull(Type.Integer()),
  pass: Type.Integer(),
  fullMarks: Type.Integer(),
  sealed: Type.Boolean(),
  questions: Type.Array(Type.Object({
    ...PaperRow.properties,
    answer: Type.Array(Type.String()),
    guide: Type.String(),
    /** Of a case, once its marks are settled. */
    gained: orNull(Type.Integer()),
  })),
})

export const MarkingAnswer = Type.Object({
  left: Type.Integer(),
  next: orNull(Type.Object({ script: Type.String(), question: Id, stem: Type.String(), guide: Type.String(), given: Type.String(), points: Type.Integer(), third: Type.Boolean() })),
})
export const MarkRequest = Type.Object({ id: Id, script: Id, question: Id, points: Type.Integer({ minimum: 0, maximum: 100 }), note: Type.String({ maxLength: 1000 }) }, { additionalProperties: false })

/** GET /api/exams/{id}/results, for the justice bureau. The seed is told once the exam is closed: with it every paper can be drawn again. */
export const ResultsAnswer = Type.Object({
  id: Id,
  title: Type.String(),
  closed: Type.Boolean(),
  pass: Type.Integer(),
  fullMarks: Type.Integer(),
  seed: orNull(Type.String()),
  entries: Type.Array(Type.Object({
    person: Id, name: Type.String(), started: orNull(Instant), submitted: orNull(Instant), byTime: Type.Boolean(),
    objective: orNull(Type.Integer()), total: orNull(Type.Integer()), left: Type.Integer(), sealed: Type.Boolean(),
  })),
  items: Type.Array(Type.Object({ question: Id, kind: QuestionKind, stem: Type.String(), said: Difficulty, n: Type.Integer(), difficulty: Type.Number(), discrimination: orNull(Type.Number()) })),
})
