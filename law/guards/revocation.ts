import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { RevocationLife } from '../procedures/revocation-life.ts'
import { words } from '../words.ts'

/** Nobody loses his certificate unheard. */
export const holderHeard = guard<RevocationLife>(
  'holder-heard',
  cite('行政处罚法', 45, 1),
  { title: words('已听取本人意见', 'The holder was heard'), cure: words('先登记听取本人陈述申辩。', 'Record first that he was heard.') },
  ({ state }) => state.heardOn === undefined && words('尚未听取持证人的陈述申辩。', 'The holder has not been heard.'),
)
