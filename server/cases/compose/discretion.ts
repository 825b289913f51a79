import { type Citation, cite } from '@faheng/law/citation.ts'
import { citationText, sentence } from '@faheng/law/documents/present.ts'
import type { submitReport } from '@faheng/law/procedures/penalty-decision-payloads.ts'
import type { Static } from 'typebox'
import type { CaseFile } from './file.ts'
import { weighingText } from './weighing.ts'
import { reportOf } from './violations.ts'

type Told = Static<typeof submitReport>

/** 裁量理由: what the officers argued, each fine beside its benchmark, each circumstance with its article (处罚法 5, 30–34); of one party or all. */
export function discretionOf(file: CaseFile, party?: string): string {
  const told = reportOf(file)?.told
  if (!told) return ''
  const bent = told.circumstances.map(circumstanceText)
  const plain = bent.length === 0 && told.outcome === 'penalty' ? [noCircumstance] : []
  return [...(told.reasons ? [sentence(told.reasons)] : []), ...weighingText(file, party), ...bent, ...plain].join('\n')
}

function circumstanceText({ effect, ground, norm, reason }: Told['circumstances'][number]): string {
  const { words, article } = grounds[ground]
  const resting = [...(norm === undefined ? [] : [norm]), ...(article ? [citationText(article)] : [])].join('、')
  const basis = resting === '' ? '' : `根据${resting}的规定，`
  const heavier = effect === 'heavier' && ground === 'other-law'
  return `${reason ? sentence(reason) : ''}${heavier ? `当事人具有${norm ?? '法律、法规、规章'}规定的从重情节，` : `${words}，${basis}`}依法${effects[effect]}。`
}

const noCircumstance = '未发现当事人具有其他依法应当从轻、减轻、从重或者不予处罚的情形。'

const effects: Readonly<Record<Told['circumstances'][number]['effect'], string>> = {
  lighter: '从轻处罚',
  mitigated: '减轻处罚',
  heavier: '从重处罚',
  exempt: '免予处罚',
}

const grounds: Readonly<Record<Told['circumstances'][number]['ground'], { readonly words: string; readonly article?: Citation }>> = {
  'eliminated-harm': { words: '当事人主动消除或者减轻违法行为危害后果', article: cite('行政处罚法', 32, undefined, 1) },
  coerced: { words: '当事人受他人胁迫或者诱骗实施违法行为', article: cite('行政处罚法', 32, undefined, 2) },
  confessed: { words: '当事人主动供述行政机关尚未掌握的违法行为', article: cite('行政处罚法', 32, undefined, 3) },
  merit: { words: '当事人配合行政机关查处违法行为有立功表现', article: cite('行政处罚法', 32, undefined, 4) },
  minor: { words: '当事人实施违法行为时已满十四周岁不满十八周岁', article: cite('行政处罚法', 30) },
  'limited-capacity': { words: '当事人系尚未完全丧失辨认或者控制自己行为能力的精神病人、智力残疾人', article: cite('行政处罚法', 31) },
  'minor-corrected': { words: '当事人违法行为轻微并及时改正，没有造成危害后果', article: cite('行政处罚法', 33, 1) },
  'first-minor': { words: '当事人初次违法且危害后果轻微并及时改正', article: cite('行政处罚法', 33, 1) },
  secondary: { words: '当事人在共同违法行为中起次要或者辅助作用' },
  principal: { words: '当事人在共同违法行为中起主要作用' },
  repeated: { words: '当事人受过行政处罚后再次实施违法行为' },
  emergency: { words: '当事人在突发事件应对期间违反应对措施', article: cite('行政处罚法', 49) },
  'other-law': { words: '当事人具有法律、法规、规章规定的其他情节', article: cite('行政处罚法', 32, undefined, 5) },
}
