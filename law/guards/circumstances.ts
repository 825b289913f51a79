import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import type { Circumstance } from '../procedures/penalty-decided.ts'
import { words } from '../words.ts'

/** 30, 31, 32: what lightens or mitigates; a law, regulation or rule may name more, and is then named (32(5)). */
const lightens = ['eliminated-harm', 'coerced', 'confessed', 'merit', 'minor', 'limited-capacity', 'secondary', 'other-law'] as const

/** What each effect may rest on. Heavier only where a norm says so, repetition and the leading part in a joint violation among it; in an emergency by 49. */
const groundsOf: Readonly<Record<Circumstance['effect'], readonly string[]>> = {
  lighter: lightens,
  mitigated: lightens,
  heavier: ['repeated', 'principal', 'emergency', 'other-law'],
  exempt: ['minor-corrected', 'first-minor', 'other-law'],
}

/** Grounds that no article of 行政处罚法 gives: the norm that does is named. */
const wantsNorm = ['other-law', 'secondary', 'repeated', 'principal']

/** 处罚法 32, 33, 40, 49: each circumstance rests on a ground of its own effect, on a named norm where the law itself has none, and on evidence. */
export const circumstancesGrounded = guard<PenaltyCase, { readonly circumstances?: readonly Circumstance[] }>(
  'circumstances-grounded',
  cite('行政处罚法', 32),
  {
    title: words('裁量情节有法定事由、依据和证据', 'Circumstances with ground, norm and evidence'),
    cure: words('选择与从轻、减轻、从重、免予相应的事由；法律没有直接规定的，写明所依据的法律、法规、规章条款；附上证据。', 'Choose a ground that has this effect; where the law itself gives none, name the article of the law, regulation or rule that does; attach evidence.'),
  },
  ({ act: { payload } }) => {
    const told = payload?.circumstances ?? []
    if (told.some(({ effect, ground }) => !groundsOf[effect].includes(ground))) return words('所选事由不能产生所写的作用。', 'A ground chosen does not have the effect stated.')
    if (told.some(({ ground, norm }) => wantsNorm.includes(ground) && norm === undefined)) return words('没有写明情节所依据的规定。', 'The norm a circumstance rests on is not named.')
    return told.some(({ evidence }) => evidence.length === 0) && words('裁量情节没有证据。', 'A circumstance has no evidence.')
  },
)
