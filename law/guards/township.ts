import { cite } from '../citation.ts'
import { guard, type Judged } from '../procedure.ts'
import type { HandsOver } from '../procedures/handing-over.ts'
import { toldIn, type TownshipCase } from '../procedures/township-case.ts'
import { words } from '../words.ts'

type At = Judged<TownshipCase, unknown>

const itemsAt = ({ state, act }: At): readonly string[] => (act.kind === 'put-into-force' ? state.entries.map(({ item }) => item) : toldIn(act.payload).items)
const townshipAt = ({ state, act, facts }: At) => facts.townships?.[toldIn(act.payload).township ?? state.township ?? '']

/** 处罚法 24(1): the province decides and publishes; before that there is no power. */
export const decisionPublished = guard<TownshipCase>(
  'township-decision-published',
  cite('行政处罚法', 24, 1),
  {
    title: words('省级决定已经公布', 'The province’s decision is published'),
    cure: words('写明省级决定的公布日期；生效日期不早于公布日期。', 'Give the day the decision was published; nothing takes effect before it.'),
  },
  ({ state, act, on }) => {
    if (act.payload === undefined) return undefined
    const told = toldIn(act.payload)
    const publishedOn = told.publishedOn ?? state.publishedOn
    const from = told.from ?? told.until ?? state.from
    if (publishedOn === undefined || publishedOn > on) return words('省级决定尚未公布。', 'The decision is not published yet.')
    return from !== undefined && from < publishedOn && words('生效日期早于决定公布之日。', 'It would take effect before the decision was published.')
  },
)

/** 处罚法 24(1), 强制法 17(2): penalties of county departments, and the measures tied to them; of one department in one grant. */
export const departmentsPower = guard<TownshipCase>(
  'township-departments-power',
  cite('行政处罚法', 24, 1),
  {
    title: words('赋予的是同一县级部门的处罚权及相关强制措施', 'Penalty powers of one county department, and measures tied to them'),
    cure: words('只选择同一部门现行有效的处罚事项和与其相关的强制措施；不同部门的分别办理。', 'Choose items of penalty, and measures tied to them, that stand in one department’s catalogue; make one grant for each department.'),
    needs: ['catalogue'],
  },
  (judged) => {
    if (judged.act.payload === undefined) return undefined
    const items = itemsAt(judged).map((item) => judged.facts.catalogue?.[item])
    if (items.some((item) => !item?.standing)) return words('有事项不在现行目录中。', 'An item does not stand in the catalogue.')
    const other = items.find((item) => item && item.content.kind !== 'penalty' && item.content.kind !== 'coercion')
    if (other) return words(`“${other.content.title}”不是行政处罚，也不是相关强制措施。`, `"${other.content.title}" is neither a penalty nor a measure tied to one.`)
    if (judged.act.kind === 'prepare-grant' && !items.some((item) => item?.content.kind === 'penalty')) return words('没有行政处罚事项，强制措施不能单独赋予。', 'Measures alone are not granted: there is no penalty among the items.')
    return new Set([...items.map((item) => item?.body), ...(judged.state.inForceBy === undefined ? [] : [judged.state.department])]).size > 1 && words('所选事项属于不同的部门。', 'The items belong to different departments.')
  },
)

export const townshipKnown = guard<TownshipCase>(
  'township-known',
  cite('行政处罚法', 24, 1),
  {
    title: words('承接的乡镇人民政府、街道办事处已登记为执法主体', 'The township is registered as an enforcing body'),
    cure: words('先在执法主体中登记该乡镇（街道）。', 'Register the township among the bodies first.'),
    needs: ['townships'],
  },
  (judged) => judged.act.payload !== undefined && townshipAt(judged) === undefined && words('没有登记这个乡镇（街道）。', 'No such township is registered.'),
)

/** One grant of an item at a time; adjusting it is done in its own matter. */
export const notGrantedYet = guard<TownshipCase>(
  'township-not-granted-yet',
  cite('行政处罚法', 24, 1),
  {
    title: words('事项未在该乡镇重复赋权', 'The item is not granted there already'),
    cure: words('对已有的赋权进行调整，或者先收回。', 'Adjust the grant there is, or withdraw it first.'),
    needs: ['townships'],
  },
  (judged) => {
    const granted = townshipAt(judged)?.granted ?? []
    if (judged.act.payload === undefined) return undefined
    return itemsAt(judged).some((item) => granted.includes(item)) && words('有事项已经赋予该乡镇。', 'An item is granted to this township already.')
  },
)

/** 处罚法 24(1) “能够有效承接”, 42(1): two officers with certificates are the least with which a power can be used at all. */
export const ableToAct = guard<TownshipCase>(
  'township-able',
  cite('行政处罚法', 24, 1),
  {
    title: words('能够有效承接：至少两名持证执法人员', 'Able to use the power: two certified officers at least'),
    cure: words('先配齐执法人员并取得行政执法证件，再确认承接。', 'Bring officers and their certificates first, then take the power over.'),
    needs: ['townships'],
  },
  (judged) => {
    const certified = townshipAt(judged)?.certified ?? 0
    return certified < 2 && words(`该乡镇现有持证执法人员${certified}名。`, `The township has ${certified} certified officers.`)
  },
)

export const itemsOfGrant = guard<TownshipCase>(
  'township-items-of-grant',
  cite('行政处罚法', 24, 1),
  {
    title: words('只调整本次赋权的现行事项', 'Only items of this grant'),
    cure: words('增加的填写新事项，停止的从本次赋权的现行事项中选择。', 'Add new items; end items that this grant holds.'),
  },
  ({ state, act }) => {
    if (act.payload === undefined) return undefined
    const { items, ending } = toldIn(act.payload)
    if (items.length + ending.length === 0) return words('没有写明增加或者停止的事项。', 'No item is added or ended.')
    if (items.length > 0 && ending.length > 0) return words('增加和停止分别办理，案件交接方向不同。', 'Add and end in two steps: the cases go over in different directions.')
    const standing = state.entries.filter(({ until }) => until === undefined).map(({ item }) => item)
    if (ending.length > 0 && standing.every((item) => ending.includes(item))) return words('停止全部事项的，应当办理收回。', 'To end every item, withdraw the grant.')
    return ending.some((item) => !standing.includes(item)) && words('停止的事项不在本次赋权的现行事项中。', 'An item to be ended is not held under this grant.')
  },
)

/** Whoever is neither the township nor registered takes nothing over. */
export const successorOther = guard<TownshipCase, { readonly successor?: string }>(
  'township-successor',
  cite('行政处罚法', 22),
  {
    title: words('收回后的承接机关明确', 'The body that succeeds is named'),
    cure: words('选择收回后行使处罚权的机关，一般为原部门。', 'Name the body that holds the power afterwards, as a rule the department.'),
  },
  ({ state, act }) => act.payload?.successor !== undefined && act.payload.successor === state.receiver && words('承接机关不能是被收回的乡镇。', 'The township cannot succeed itself.'),
)

/** R30: the list names every open case of these items; on this fact it is a mark. */
export const listComplete = guard<TownshipCase>(
  'township-list-complete',
  cite('行政处罚法', 54, 1),
  {
    title: words('移交清单列明全部未结案件', 'The list names every open case'),
    cure: words('补充清单，列明所涉事项的全部未结案件。', 'Complete the list with every open case of these items.'),
    needs: ['townships'],
  },
  (judged) => {
    const { handingOver } = judged.state
    if (judged.act.payload === undefined || handingOver === undefined) return undefined
    const { matters } = toldIn(judged.act.payload)
    const missing = (townshipAt(judged)?.open ?? []).filter((each) => each.body === handingOver.from && handingOver.items.includes(each.item) && !matters.includes(each.matter))
    return missing.length > 0 && words(`有${missing.length}件未结案件没有列入清单。`, `${missing.length} open cases are not on the list.`)
  },
)

/** List and receipt agree; what was not received keeps the hand-over open. */
export const allReceived = guard<HandsOver>(
  'township-all-received',
  cite('行政处罚法', 54, 1),
  {
    title: words('清单所列案件均已接收', 'Every case on the list was received'),
    cure: words('由移交机关列出清单，接收机关逐件签收。', 'The one body lists the cases, the other signs for each.'),
  },
  ({ state: { handingOver } }) => {
    if (handingOver === undefined) return undefined
    if (handingOver.listed === undefined) return words('尚未移交。', 'Nothing was handed over yet.')
    const missing = handingOver.listed.filter((matter) => !handingOver.received?.includes(matter))
    if (handingOver.received === undefined) return words('接收机关尚未签收。', 'The other body has not signed yet.')
    return missing.length > 0 && words(`有${missing.length}件尚未接收。`, `${missing.length} were not received.`)
  },
)
