import { type Citation, cite } from '@faheng/law/citation.ts'
import { citationText } from '@faheng/law/documents/present.ts'
import type { noPenaltyGrounds } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import type { CaseFile } from './file.ts'
import { reportOf } from './violations.ts'

/** 不予行政处罚, with its ground and article, as reports and approvals propose it. */
export function noPenaltyText(file: CaseFile): string {
  const ground = reportOf(file)?.told.ground
  if (!ground) return '不予行政处罚。'
  const { words, article } = grounds[ground]
  return `不予行政处罚：${words}${article ? `，依据${citationText(article)}` : ''}。`
}

const grounds: Readonly<Record<keyof typeof noPenaltyGrounds, { readonly words: string; readonly article?: Citation }>> = {
  'minor-corrected': { words: '违法行为轻微并及时改正，没有造成危害后果', article: cite('行政处罚法', 33, 1) },
  'first-minor': { words: '初次违法且危害后果轻微并及时改正', article: cite('行政处罚法', 33, 1) },
  'no-fault': { words: '当事人有证据足以证明没有主观过错', article: cite('行政处罚法', 33, 2) },
  'under-14': { words: '当事人不满十四周岁', article: cite('行政处罚法', 30) },
  'no-capacity': { words: '当事人在不能辨认或者不能控制自己行为时有违法行为', article: cite('行政处罚法', 31) },
  'not-established': { words: '违法事实不能成立', article: cite('行政处罚法', 57, 1, 3) },
  'too-late': { words: '违法行为超过法定期限未被发现', article: cite('行政处罚法', 36) },
  'lighter-new-law': { words: '作出处罚决定时的规定不认为是违法或者处罚较轻', article: cite('行政处罚法', 37) },
  'other-law': { words: '具有其他法律规定的不予行政处罚情形' },
}
