import type { MatterState } from './procedure.ts'

/** A matter of which nothing is recorded yet, in the stage where its procedure begins: what every procedure's own state grows from. */
export const newMatter = (stage: string, { body, unit }: { readonly body: string; readonly unit: string }): MatterState & { readonly parties: readonly never[] } => ({
  stage, body, unit, team: [], proposals: {}, clocks: [], findings: [], readers: {}, done: {}, parties: [], ended: false,
})
