import type { MatterState, Procedure } from '../procedure.ts'
import { appraisal } from './appraisal.ts'
import { catalogueAdjustment } from './catalogue-adjustment.ts'
import { catalogueReview } from './catalogue-review.ts'
import { certificate } from './certificate.ts'
import { departure } from './departure.ts'
import { entrustment } from './entrustment.ts'
import { measureTask } from './measure-task.ts'
import { penaltyOrdinary } from './penalty-ordinary.ts'
import { powerHandover } from './power-handover.ts'
import { revocation } from './revocation.ts'
import { townshipGrant } from './township-grant.ts'

/** Every procedure the house knows, by name. A new one is one file and one line here. */
export const procedures: Readonly<Record<string, Procedure>> = {
  [measureTask.name]: asProcedure(measureTask),
  [penaltyOrdinary.name]: asProcedure(penaltyOrdinary),
  [certificate.name]: asProcedure(certificate),
  [revocation.name]: asProcedure(revocation),
  [departure.name]: asProcedure(departure),
  [appraisal.name]: asProcedure(appraisal),
  [catalogueAdjustment.name]: asProcedure(catalogueAdjustment),
  [catalogueReview.name]: asProcedure(catalogueReview),
  [townshipGrant.name]: asProcedure(townshipGrant),
  [entrustment.name]: asProcedure(entrustment),
  [powerHandover.name]: asProcedure(powerHandover),
}

/** A matter's state is only ever handed to its own procedure, so the list may forget which state that is. */
function asProcedure<S extends MatterState>(procedure: Procedure<S>): Procedure {
  return procedure as unknown as Procedure
}
