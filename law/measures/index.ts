import type { Measure } from './measure.ts'
import { ability } from './part-1-ability.ts'
import { enforcement } from './part-2-enforcement.ts'
import { system } from './part-3-system.ts'
import { supervision } from './part-4-supervision.ts'
import { technology } from './part-5-technology.ts'
import { means } from './part-6-means.ts'

/** The fifty measures of the county plan, as it was issued; a county changes its own in the register (server/plan). */
export const measures: readonly Measure[] = [...ability, ...enforcement, ...system, ...supervision, ...technology, ...means]
