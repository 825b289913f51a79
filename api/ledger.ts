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
