import { cite } from '../citation.ts'
import { basesInForce, basesLawful, catalogueUnchanged, coercionNamed, entriesOwn, entriesRead, isProvisionable, provisionalAllowed, publicationAhead } from '../guards/catalogue.ts'
import { itemKinds } from '../items/content.ts'
import { coercions } from '../items/lawful-bases.ts'
import { choice, day, group, list, optional, payload, ref, text } from '../payload.ts'
import { actsOn, type Applied, type By, type JudgedAct, type Procedure } from '../procedure.ts'
import { catalogueRules } from '../rules/catalogue.ts'
import { dayOf, isDay, type Day } from '../time/day.ts'
import { workdays } from '../time/period.ts'
import { words } from '../words.ts'
import { entriesIn, givenOf, idOf, newCatalogueCase, readEntry, statutesOf, versionRow, type CatalogueCase } from './catalogue-case.ts'
import { approval, files, opinion, proposal, reason, returned } from './penalty-fields.ts'

/**
 * 执法事项目录调整 (R14, R18): the body proposes, its legal unit and the bureau review, the government approves, and from the day
 * of publication the items stand in the catalogue. It declares power and creates none: a line without a lawful basis is refused.
 */

const { power, fact } = actsOn<CatalogueCase>()

const proposer: By = { post: ['unit-head', 'officer', 'receiving-clerk'], of: 'body' }
const legalUnit: By = { post: 'legal-reviewer', of: 'body', not: ['proposer'] }
const bodyHead: By = { post: 'head', of: 'body', not: ['proposer'] }
/** 司法行政部门 of the county. */
const bureau: By = { post: 'supervisor', of: 'county', not: ['proposer'] }

const article = cite('行政处罚法', 39)

const entry = group(words('事项', 'Item'), {
  change: choice(words('调整方式', 'What to do'), { add: words('增加', 'Add'), change: words('变更', 'Change'), withdraw: words('取消', 'Withdraw') }),
  item: optional(ref('item', words('现行事项（变更、取消的填写）', 'Present item, to change or withdraw'))),
  kind: optional(choice(words('事项类型', 'Kind'), itemKinds)),
  coercion: optional(choice(words('强制措施或者执行', 'Measure of coercion'), coercions, { only: { field: 'kind', is: 'coercion' } })),
  title: optional(text(words('事项名称', 'Title'), { max: 200 })),
  field: optional(text(words('领域', 'Field'), { max: 100 })),
  basis: optional(text(words('法条依据', 'Basis'), { max: 2000, hint: words('例：《食品安全法》第一百二十四条第一款第（五）项；多个依据用 | 分开', 'Statute and article; several parted by |') })),
  text: optional(text(words('法条内容', 'Text of the basis'), { rows: 4, max: 20_000, hint: words('与依据逐一对应，用 | 分开', 'One for each basis, parted by |') })),
  penalties: optional(text(words('处罚种类', 'Kinds of penalty'), { max: 1000, hint: words('例：警告|罚款', 'Parted by |'), only: { field: 'kind', is: 'penalty' } })),
  range: optional(text(words('处罚幅度', 'Range'), { rows: 2, max: 4000, only: { field: 'kind', is: 'penalty' } })),
  subject: optional(text(words('实施主体', 'Carried out by'), { max: 200 })),
  level: optional(text(words('行使层级', 'Level'), { max: 100, hint: words('例：县级；市级、县级', 'E.g. county; city and county') })),
  until: optional(day(words('临时性许可有效期至', 'Temporary licence until'), { only: { field: 'kind', is: 'licence' } })),
  reason: text(words('调整理由', 'Reason'), { personal: true, rows: 2, max: 1000 }),
})

const grounds = {
  'basis-changed': words('法律、法规、规章立改废释', 'Norms made, changed or repealed'),
  reform: words('机构改革、职能调整', 'Bodies or duties were reformed'),
  cleaning: words('事项清理', 'Catalogue review'),
  other: words('其他', 'Other'),
} as const

const propose = payload({ ground: choice(words('调整事由', 'Ground'), grounds), entries: list(words('调整的事项', 'Items'), entry, { min: 1, max: 60 }), files })

const publish = payload({
  from: day(words('公布（生效）日期', 'Published and valid from')),
  where: text(words('公布载体', 'Published where'), { max: 200 }),
  files,
})

export const catalogueAdjustment: Procedure<CatalogueCase> = {
  name: 'catalogue-adjustment',
  title: words('执法事项目录调整', 'Adjustment of the item catalogue'),
  article,
  stages: {
    proposal: words('提出', 'Proposal'),
    legal: words('法制审核', 'Legal review'),
    head: words('负责人审批', 'Head’s approval'),
    bureau: words('司法行政部门审核', 'Reviewed by the bureau'),
    approval: words('报批', 'Before the government'),
    publication: words('待公布', 'To be published'),
    published: words('已公布', 'Published'),
    refused: words('不予调整', 'Not adjusted'),
    dropped: words('撤回', 'Dropped'),
  },
  endings: ['published', 'refused', 'dropped'],
  first: ['propose-adjustment'],
  begin: newCatalogueCase,
  asks: (state, act) => {
    const given = act.kind === 'propose-adjustment' ? entriesIn(act.payload) : []
    const items = [...state.entries.map(({ item }) => item), ...given.flatMap((each) => [each.item, idOf(each, state.body)])]
    const cited = state.entries.flatMap(({ content }) => content.bases.map(({ citation }) => citation.statute))
    return {
      certificates: [], reviewers: [], items: [], parties: [], earlier: [],
      catalogue: [...new Set(items.filter((each) => typeof each === 'string'))].sort(),
      statutes: [...new Set([...cited, ...given.flatMap(statutesOf)])].sort(),
    }
  },
  clocks: {
    'legal-review': { title: words('法制审核', 'Legal review'), article, period: workdays(10), whose: 'reviewer' },
    'bureau-review': { title: words('司法行政部门审核', 'Review by the bureau'), article, period: workdays(15), whose: 'body' },
    publication: { title: words('批准后公布', 'Publication after approval'), article, period: workdays(20), whose: 'body' },
  },
  lapses: {},
  rules: catalogueRules,
  acts: {
    'propose-adjustment': power({
      title: words('提出目录调整', 'Propose an adjustment'),
      article,
      from: 'proposal',
      to: 'legal',
      by: proposer,
      payload: propose,
      proposes: true,
      guards: [entriesRead, entriesOwn, coercionNamed, basesLawful, basesInForce],
      opens: ['legal-review'],
      awaited: (state) => state.stage === 'proposal',
      prefill: (state) => (state.entries.length > 0 ? { entries: state.entries.map(givenOf) } : {}),
      apply: (state, act) => ({ ...state, entries: entriesOf(state, act) }),
    }),

    'pass-legal-review': power({
      title: words('法制审核同意', 'Legal review passed'),
      article,
      from: 'legal',
      to: 'head',
      by: legalUnit,
      payload: payload({ proposal, opinion }),
      about: 'propose-adjustment',
      guards: [basesLawful, basesInForce],
      closes: ['legal-review'],
      awaited: (state) => state.stage === 'legal',
    }),

    'return-from-review': power({
      title: words('法制审核退回', 'Returned by the legal review'),
      article,
      from: 'legal',
      to: 'proposal',
      by: legalUnit,
      payload: returned,
      answers: 'propose-adjustment',
      returns: true,
      closes: ['legal-review'],
    }),

    'approve-adjustment': power({
      title: words('负责人同意并送审', 'Head approves and submits'),
      article,
      from: 'head',
      to: 'bureau',
      by: bodyHead,
      payload: approval,
      answers: 'propose-adjustment',
      opens: ['bureau-review'],
      awaited: (state) => state.stage === 'head',
    }),

    'return-from-head': power({
      title: words('负责人退回', 'Returned by the head'),
      article,
      from: 'head',
      to: 'proposal',
      by: bodyHead,
      payload: returned,
      answers: 'propose-adjustment',
      returns: true,
    }),

    'pass-bureau-review': power({
      title: words('司法行政部门审核同意', 'Bureau’s review passed'),
      article,
      from: 'bureau',
      to: 'approval',
      by: bureau,
      payload: payload({ opinion, files }),
      guards: [basesLawful, basesInForce],
      closes: ['bureau-review'],
      awaited: (state) => state.stage === 'bureau',
    }),

    'send-back': power({
      title: words('退回提出机关', 'Send it back to the body'),
      article,
      from: ['bureau', 'approval', 'publication'],
      to: 'proposal',
      by: bureau,
      payload: payload({ reason, files }),
      closes: ['bureau-review', 'publication'],
    }),

    'refuse-adjustment': power({
      title: words('不予调整', 'Refuse the adjustment'),
      article,
      from: ['bureau', 'approval'],
      to: 'refused',
      by: bureau,
      payload: payload({ reason, files }),
      closes: ['bureau-review'],
      apply: withoutProvisional,
    }),

    /** The government's act, with the number its paper bears. */
    'record-approval': fact({
      title: words('登记政府批准', 'Record the government’s approval'),
      article,
      by: bureau,
      payload: payload({ number: text(words('批准文号', 'Number of the approval'), { max: 80 }), approvedOn: day(words('批准日期', 'Approved on')), files }),
      opens: ['publication'],
      suits: (state) => state.stage === 'approval',
      awaited: (state) => state.stage === 'approval',
      apply: (state, act) => ({ ...state, ...(isDay(act.payload.approvedOn) ? { approvedOn: act.payload.approvedOn } : {}), stage: state.stage === 'approval' ? 'publication' : state.stage }),
    }),

    'publish-adjustment': power({
      title: words('公布', 'Publish'),
      article,
      from: 'publication',
      to: 'published',
      by: bureau,
      payload: publish,
      guards: [publicationAhead, catalogueUnchanged, entriesOwn, basesLawful, basesInForce],
      closes: ['publication'],
      awaited: (state) => state.stage === 'publication',
      apply: (state, act) => (isDay(act.payload.from) ? written({ ...state, validFrom: act.payload.from }, act, act.payload.from) : state),
    }),

    /** R14: the norm is in force, the catalogue lags behind: the body's legal unit enters the new item, seen as unpublished. */
    'enter-provisionally': power({
      title: words('新增事项先行录入', 'Enter new items before publication'),
      article,
      from: ['head', 'bureau', 'approval', 'publication'],
      by: { post: 'legal-reviewer', of: 'body' },
      payload: payload({ reason, files }),
      guards: [provisionalAllowed, catalogueUnchanged, basesLawful, basesInForce],
      suits: (state) => state.entries.some(isProvisionable),
      apply: (state, act) => {
        const today = dayOf(act.occurredAt)
        const entered = state.entries.filter(isProvisionable)
        const entries = state.entries.map((each) => (isProvisionable(each) ? { ...each, against: each.against + 1, provisional: true as const } : each))
        return { state: { ...state, entries }, effects: entered.map((each) => versionRow(state.body, each, each.against, today, false)) }
      },
    }),

    'drop-adjustment': power({
      title: words('撤回调整', 'Drop the adjustment'),
      article,
      from: ['proposal', 'legal', 'head', 'bureau'],
      to: 'dropped',
      by: { post: ['head', 'unit-head'], of: 'body' },
      payload: payload({ reason }),
      closes: ['legal-review', 'bureau-review'],
      apply: withoutProvisional,
    }),
  },
}

const entriesOf = (state: CatalogueCase, act: JudgedAct<unknown>): CatalogueCase['entries'] =>
  entriesIn(act.payload).flatMap((given) => {
    const read = readEntry(given, state.body, act.facts.catalogue)
    if (!('entry' in read)) return []
    const before = state.entries.find(({ item }) => item === read.entry.item)
    return [before?.provisional ? { ...read.entry, provisional: true as const } : read.entry]
  })

/** Without its publication, what was entered before it leaves the catalogue again. */
function withoutProvisional(state: CatalogueCase, act: JudgedAct<unknown>): Applied<CatalogueCase> {
  const entered = state.entries.filter(({ provisional }) => provisional)
  return { state, effects: entered.map((each) => versionRow(state.body, { ...each, change: 'withdraw' }, each.against, dayOf(act.occurredAt), false)) }
}

/** One version for each line, valid from the day of publication. */
const written = (state: CatalogueCase, act: JudgedAct<unknown>, from: Day): Applied<CatalogueCase> => ({
  state,
  effects: state.entries.map((each) => versionRow(state.body, each, act.facts.catalogue?.[each.item]?.version ?? each.against, from, true)),
})
