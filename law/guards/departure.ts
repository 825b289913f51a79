import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { DepartureLife } from '../procedures/departure-life.ts'
import { words } from '../words.ts'

const article = cite('行政处罚法', 42, 1)

/** Who serves elsewhere does not leave this body: the record would end nothing, and says so. */
export const leaverOfBody = guard<DepartureLife, { readonly person?: string }>(
  'leaver-of-body',
  article,
  {
    title: words('离岗人员属于本机关', 'The leaver serves in this body'),
    cure: words('撤销本登记，由其任职的机关登记离岗。', 'Withdraw this record; the body he serves in records the departure.'),
    needs: ['posted'],
  },
  ({ state, act: { payload }, facts }) =>
    payload?.person !== undefined && facts.posted?.[payload.person]?.includes(state.body) === false &&
    words('该人员在本机关没有职务，本登记不终止其职务和证件。', 'He holds no post in this body: this record ends neither post nor certificate.'),
)

/** What has to come back before a departure is done (measure 12). */

export const devicesBack = guard<DepartureLife>(
  'devices-returned',
  article,
  { title: words('装备已交回', 'Devices returned'), cure: words('先登记交回执法装备、账号载体；没有的写“无”。', 'Record the devices returned first, or that there were none.') },
  ({ state }) => state.devicesReturned === undefined && words('执法装备、账号载体尚未交回。', 'The devices have not come back.'),
)

export const cardBack = guard<DepartureLife>(
  'card-returned',
  article,
  { title: words('证件已收回', 'Card returned'), cure: words('先登记收回执法证件，或者说明去向。', 'Record that the card came back, or where it is.') },
  ({ state }) => state.cardReturned === undefined && words('执法证件尚未收回。', 'The card has not come back.'),
)

export const mattersBack = guard<DepartureLife>(
  'matters-handed-over',
  article,
  {
    title: words('在办案件已移交', 'Open matters handed over'),
    cure: words('由办案机构负责人在各案件中更换办案人员后再确认。', 'Let the unit head replace the officer in each case first.'),
    needs: ['handled'],
  },
  ({ state, facts }) => {
    if (state.handedOver === undefined) return words('没有移交记录。', 'There is no record of the hand-over.')
    const left = state.person === undefined ? 0 : (facts.handled?.[state.person] ?? 0)
    return left > 0 && words(`仍有${left}件在办案件在其名下。`, `He still handles ${left} open matters.`)
  },
)
