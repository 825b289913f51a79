import { Type } from 'typebox'
import { Day, Id, Words } from './words.ts'

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
}, { additionalProperties: false })
export const QuestionAdded = Type.Object({ question: Id })

export const ReviewQuestionRequest = Type.Object({
  id: Id,
  outcome: Type.Union([Type.Literal('kept'), Type.Literal('withdrawn')]),
  note: Type.String({ minLength: 1, maxLength: 500 }),
  difficulty: Type.Optional(Difficulty),
}, { additionalProperties: false })
