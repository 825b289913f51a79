import type { TObject } from 'typebox'
import { cite } from '../citation.ts'
import { textsToErase } from '../guards/redaction.ts'
import { choice, group, list, payload, ref } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { pointerOf } from '../redaction.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { approval, reason, returned } from './penalty-fields.ts'

/**
 * 删除个人信息 (个人信息保护法 47): one head proposes which texts are erased and on what ground, another approves. The acts stay
 * in the file and the ledger; papers that repeat a text are named and kept out of reach.
 */

const { power } = actsOn<PenaltyCase>()

const duty = cite('个人信息保护法', 47, 1)

const grounds = {
  unrelated: words('误录与本案无关的个人信息', 'It has nothing to do with this case and was recorded by mistake'),
  unlawful: words('违反法律、行政法规收集的个人信息', 'It was collected against the law'),
  expired: words('保存期限已届满，不再需要', 'Its retention period is over and it is not needed any more'),
} as const

const texts = list(words('删除的内容', 'What is erased'), group(words('内容', 'Text'), {
  entry: ref('account', words('所在记录', 'In which act')),
  field: ref('text', words('哪一项', 'Which text'), { of: 'entry' }),
}), { min: 1, max: 50 })

const documents = list(words('载有该内容的文书', 'Papers that repeat it'), ref('document', words('文书', 'Paper')), {
  max: 100,
  hint: words('所列文书及其签名盖章件不再提供查阅、装订；纸质原件、上传的附件、当事人登记信息和已作的备份不受影响，另行处理', 'These papers and their signed scans can no longer be opened or bound; paper originals, attached files, the party register and earlier backups are not touched: see to them apart'),
})

/** `stages`: every one of the procedure, its endings too; `payloadOf`: what an act of a kind says. */
export const redactionActs = (stages: readonly string[], payloadOf: (kind: string) => TObject | undefined) => ({
  'propose-redaction': power({
    title: words('提请删除个人信息', 'Propose to erase personal information'),
    article: duty,
    from: stages,
    by: { post: 'head', of: 'body', heads: 'any' },
    // Needed in few cases: a page keeps it folded away.
    suits: () => false,
    payload: payload({ texts, ground: choice(words('依据', 'Ground'), grounds), documents, reason }),
    proposes: true,
    guards: [textsToErase(payloadOf)],
    prefill: () => ({ documents: [] }),
    apply: (state, act) => ({ ...state, toRedact: { texts: act.payload.texts, documents: act.payload.documents } }),
  }),

  'approve-redaction': power({
    title: words('批准删除个人信息', 'Approve the erasure of personal information'),
    article: duty,
    from: stages,
    by: { post: 'head', of: 'body', heads: 'any', not: ['proposer'] },
    suits: (state) => state.proposals['propose-redaction']?.status === 'open',
    awaited: (state) => state.proposals['propose-redaction']?.status === 'open',
    payload: approval,
    answers: 'propose-redaction',
    apply: (state) => {
      const redacted: Record<string, readonly string[]> = { ...state.redacted }
      for (const { entry, field } of state.toRedact?.texts ?? []) redacted[entry] = [...new Set([...(redacted[entry] ?? []), pointerOf(field)])]
      const { toRedact: _, ...rest } = state
      return { ...rest, redacted }
    },
  }),

  'return-redaction': power({
    title: words('退回删除提请', 'Return the proposal to erase'),
    article: duty,
    from: stages,
    by: { post: 'head', of: 'body', heads: 'any', not: ['proposer'] },
    suits: (state) => state.proposals['propose-redaction']?.status === 'open',
    payload: returned,
    answers: 'propose-redaction',
    returns: true,
    apply: ({ toRedact: _answered, ...rest }) => rest,
  }),
})
