import { procedures } from '@faheng/law/procedures/index.ts'
import type { ActDefinition, MatterState, Procedure } from '@faheng/law/procedure.ts'
import { type Words, words } from '@faheng/law/words.ts'
import type { SchemaNode } from './act/schema.ts'

/** The law as this page was built with; what the server judges by is shown in its answers. */
export const procedureOf = (name: string): Procedure<MatterState> | undefined =>
  Object.hasOwn(procedures, name) ? (procedures as Readonly<Record<string, unknown>>)[name] as Procedure<MatterState> : undefined

export const allProcedures = (): readonly Procedure<MatterState>[] => Object.keys(procedures).flatMap((name) => procedureOf(name) ?? [])

export const actOf = (procedure: string, kind: string): ActDefinition<MatterState> | undefined => {
  const acts = procedureOf(procedure)?.acts
  return acts && Object.hasOwn(acts, kind) ? acts[kind] : undefined
}

export const schemaOf = (procedure: string, kind: string): SchemaNode => actOf(procedure, kind)?.payload ?? {}

export const stageTitle = (procedure: string, stage: string): Words => procedureOf(procedure)?.stages[stage] ?? words(stage, stage)
export const procedureTitle = (procedure: string): Words => procedureOf(procedure)?.title ?? words(procedure, procedure)
