import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PowerHandover } from '../procedures/power-handover.ts'
import { counted, words } from '../words.ts'

const article = cite('行政处罚法', 18, 2)

interface Begins {
  readonly from?: string
  readonly to?: string
  readonly items?: readonly string[]
  readonly matters?: readonly string[]
}

export const bodiesDiffer = guard<PowerHandover, Begins>(
  'handover-bodies',
  article,
  {
    title: words('移交机关和承接机关不是同一机关', 'Two different bodies'),
    cure: words('选择划转后行使职权的机关。', 'Name the body that holds the power afterwards.'),
  },
  ({ act: { payload } }) => payload !== undefined && payload.from === payload.to && words('移交机关和承接机关相同。', 'The same body stands on both sides.'),
)

/** R14, R30: the catalogue moves the power; cases follow it and never go before it. */
export const powerMoved = guard<PowerHandover, Begins>(
  'handover-power-moved',
  article,
  {
    title: words('目录已将事项调整给承接机关', 'The catalogue gives the items to the body that takes over'),
    cure: words('先办理执法事项目录调整，将事项调整到承接机关。', 'Adjust the catalogue first, so that the items are that body’s.'),
    needs: ['catalogue'],
  },
  ({ act: { payload }, facts }) => {
    const others = (payload?.items ?? []).filter((item) => facts.catalogue?.[item]?.standing !== true || facts.catalogue[item]?.body !== payload?.to)
    return others.length > 0 && words(`有${others.length}个事项在目录中不属于承接机关。`, `Not that body’s in the catalogue: ${counted(others.length, 'item')}.`)
  },
)

/** R30: the list names every open case of these items; on this fact it is a mark. */
export const casesListed = guard<PowerHandover, Begins>(
  'handover-list-complete',
  article,
  {
    title: words('移交清单列明全部未结案件', 'The list names every open case'),
    cure: words('补充清单，列明所涉事项的全部未结案件。', 'Complete the list with every open case of these items.'),
    needs: ['openCases'],
  },
  ({ act: { payload }, facts }) => {
    const missing = (facts.openCases ?? []).filter(({ matter }) => payload?.matters?.includes(matter) === false)
    return missing.length > 0 && words(`有${missing.length}件未结案件没有列入清单。`, `${missing.length} open cases are not on the list.`)
  },
)
