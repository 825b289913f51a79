import { cite } from '@faheng/law/citation.ts'
import { choice, count, day, list, newId, optional, payload, ref, text } from '@faheng/law/payload.ts'
import { actsOn, guard, type MatterState, type Procedure } from '@faheng/law/procedure.ts'
import { days } from '@faheng/law/time/period.ts'
import { words } from '@faheng/law/words.ts'

/** A small procedure for tests of the machine: a complaint, its inspection, a proposal, its approval. */
interface Complaint extends MatterState {
  readonly fine?: number
  readonly usable: number
}

const w = (text: string) => words(text, text)
const { power, fact } = actsOn<Complaint>()
const law = cite('行政处罚法', 42)

const certified = guard<Complaint>('certified', law, { title: w('持证'), cure: w('换人'), needs: ['certificates'] }, ({ act, facts }) =>
  facts.certificates?.[act.actor]?.valid ? undefined : w('没有有效执法证'))
const evidenced = guard<Complaint>('evidenced', cite('行政处罚法', 40), { title: w('证据'), cure: w('取证') }, ({ state }) => (state.usable > 0 ? undefined : w('没有证据')))
const unpunished = guard<Complaint>('unpunished', cite('行政处罚法', 29), { title: w('一事不再罚'), cure: w('不罚') , needs: ['earlier', 'parties', 'items', 'settings', 'heads', 'reviewers'] }, ({ facts }) =>
  facts.earlier?.some((each) => each.fined) ? w('已被罚款') : undefined)

export const testProcedure: Procedure<Complaint> = {
  name: 'complaint',
  title: w('投诉'),
  article: law,
  stages: { open: w('待办'), proposed: w('待批'), decided: w('已决定'), closed: w('已结') },
  endings: ['closed'],
  first: ['register'],
  begin: ({ body, unit }) => ({
    stage: 'open', body, unit, team: [], proposals: {}, clocks: [], findings: [], readers: {}, done: {}, parties: [], ended: false, usable: 0,
  }),
  asks: (state, { actor }) => ({
    certificates: [actor, ...state.team],
    reviewers: [actor],
    items: [{ id: 'item-1', conduct: '2026-03-01' }],
    parties: state.parties.map(({ id }) => ({ id, on: '2026-03-01' })),
    earlier: state.parties.map(({ id }) => ({ party: id, from: '2026-03-01', until: '2026-03-01' })),
  }),
  clocks: { decide: { title: w('决定期限'), article: cite('行政处罚法', 60), period: days(90), whose: 'body' } },
  lapses: {},
  rules: [{
    id: 'late', article: law, title: w('补录'), severity: 'slight',
    finds: (_after, act) => (act.occurredAt < act.recordedAt ? [''] : []),
  }],
  acts: {
    register: fact({
      title: w('登记'), article: law, by: { post: ['officer', 'receiving-clerk'], of: 'body' },
      payload: payload({ parties: list(w('当事人'), ref('party', w('当事人'))), story: text(w('经过'), { personal: true }), informant: optional(text(w('举报人'), { sealed: true })) }),
      opens: ['decide'],
      documents: [{ kind: 'receipt' }],
      apply: (state, { payload, actor }) => ({ ...state, team: [actor], parties: payload.parties.map((id) => ({ id, role: 'party' })) }),
    }),
    inspect: fact({
      title: w('检查'), article: law, by: { post: 'officer', of: 'body' }, officers: 2, guards: [certified],
      payload: payload({ evidence: newId(), kind: choice(w('种类'), { photo: w('照片'), note: w('笔录') }), note: optional(text(w('记录'), { personal: true })), files: optional(list(w('文件'), ref('file', w('文件')))) }),
      apply: (state, { payload, marks }) => ({
        state: { ...state, usable: state.usable + (marks.length === 0 ? 1 : 0) },
        effects: [{ room: 'evidence', id: payload.evidence, kind: payload.kind, usable: marks.length === 0, files: payload.files ?? [] }],
      }),
    }),
    spoil: fact({
      title: w('证据灭失'), article: law, by: { post: 'officer', of: 'body' }, payload: payload({}),
      apply: (state) => ({ ...state, usable: 0 }),
    }),
    propose: power({
      title: w('提请'), article: law, by: { post: 'officer', of: 'team' }, from: ['open', 'proposed'], to: 'proposed', proposes: true,
      awaited: (state) => state.stage === 'open', guards: [certified, evidenced],
      payload: payload({ fine: count(w('罚款')) }),
      apply: (state, { payload }) => ({ ...state, fine: payload.fine }),
    }),
    approve: power({
      title: w('批准'), article: cite('行政处罚法', 57), by: { post: 'head', of: 'body', not: ['proposer', 'handler'] }, from: 'proposed', to: 'decided',
      answers: 'propose', awaited: (state) => state.stage === 'proposed', guards: [evidenced, unpunished], closes: ['decide'],
      payload: payload({ proposal: payload({ act: ref('act', w('提请')), hash: text(w('摘要')) }), opinion: optional(text(w('意见'), { personal: true })), on: optional(day(w('日期'))) }),
      documents: [{ kind: 'decision', each: (state) => state.parties.map(({ id }) => id) }],
      apply: (state) => ({
        state,
        effects: state.parties.map(({ id }) => ({ room: 'decided' as const, party: id, item: 'item-1', from: '2026-03-01', until: '2026-03-01', fined: true, amount: state.fine ?? 0, fine: state.fine ?? 0, standing: true })),
      }),
    }),
    return: power({
      title: w('退回'), article: law, by: { post: 'head', of: 'body', not: ['proposer'] }, from: 'proposed', to: 'open', answers: 'propose', returns: true,
      payload: payload({ proposal: payload({ act: ref('act', w('提请')), hash: text(w('摘要')) }) }),
    }),
    assign: power({
      title: w('指派'), article: law, by: { post: 'unit-head', of: 'unit' }, from: ['open', 'proposed', 'decided'],
      payload: payload({ team: list(w('承办人'), ref('officer', w('承办人'))) }),
      apply: (state, { payload }) => ({ ...state, team: payload.team }),
    }),
    close: power({
      title: w('结案'), article: law, by: { post: 'unit-head', of: 'unit' }, from: 'decided', to: 'closed', awaited: (state) => state.stage === 'decided', payload: payload({}),
    }),
  },
}
