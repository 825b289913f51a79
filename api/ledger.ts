import { Type } from 'typebox'
import { Id, Instant } from './words.ts'

/** GET /api/ledger/checkpoint, open to everybody: `note` is the C2SP signed note verbatim, `vkey` the key that checks it. */
export const CheckpointAnswer = Type.Object({
  origin: Type.String(),
  hash: Type.Union([Type.Literal('sm3'), Type.Literal('sha256')]),
  size: Type.Integer(),
  /** Base64. */
  root: Type.String(),
  note: Type.String(),
  vkey: Type.String(),
  madeAt: Instant,
})

/** GET /api/ledger/proof/{actId}, for who may read the act: `proof` is a C2SP tlog-proof. */
export const ProofAnswer = Type.Object({
  act: Id,
  index: Type.Integer(),
  /** Base64 of the leaf's hash, and the leaf itself: commitments, no personal data. */
  leafHash: Type.String(),
  leaf: Type.String(),
  proof: Type.String(),
  recordedAt: Instant,
})

/** GET /api/ledger/consistency?from=&to=, open to everybody: that the log of `to` entries (all of them unless said) continues that of `from`. */
export const ConsistencyQuery = Type.Object({ from: Type.Integer({ minimum: 0 }), to: Type.Optional(Type.Integer({ minimum: 0 })) })

/** RFC 9162 §2.1.4: roots and `proof` in base64, to be compared with the checkpoint somebody kept and checked by his own tool. */
export const ConsistencyAnswer = Type.Object({
  origin: Type.String(),
  hash: Type.Union([Type.Literal('sm3'), Type.Literal('sha256')]),
  from: Type.Integer(),
  fromRoot: Type.String(),
  to: Type.Integer(),
  toRoot: Type.String(),
  proof: Type.Array(Type.String()),
})
