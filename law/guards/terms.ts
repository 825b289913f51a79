import { cite } from '../citation.ts'
import { overlayNamed } from '../overlays/index.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { words } from '../words.ts'

/** Longer terms (处罚法 60, R26): only where a rule of the sector names them. */

const extended = (state: PenaltyCase): number => state.terms?.decision?.length ?? 0

/** 处罚法 60: ninety days; otherwise only where a law, regulation or rule says so. */
export const extensionProvided = guard<PenaltyCase>(
  'extension-provided',
  cite('行政处罚法', 60),
  {
    title: words('延长办案期限有规定依据', 'A rule provides for the extension'),
    cure: words('在九十日内作出决定；逾期作出的，如实记录，由监督机关处理。', 'Decide within ninety days; a later decision is recorded as it was and supervision hears of it.'),
  },
  ({ state }) => overlayNamed(state.overlay).extension === undefined && words('本机关适用的程序规定没有延长办案期限的规定。', 'The rules that apply to this body provide for no extension.'),
)

/** 市场监督管理行政处罚程序规定 64: the first extension is a head's. */
export const firstExtension = guard<PenaltyCase>(
  'first-extension',
  cite('市场监督管理行政处罚程序规定', 64, 1),
  {
    title: words('负责人批准延长一次', 'A head extends once'),
    cure: words('由机关负责人集体讨论决定是否继续延期。', 'Let the heads decide together on a further extension.'),
  },
  ({ state }) => extended(state) > 0 && words('办案期限已经由负责人批准延长过一次。', 'A head has extended the term once.'),
)

/** 市场监督管理行政处罚程序规定 64: a further one is decided by the heads together. */
export const furtherExtension = guard<PenaltyCase>(
  'further-extension',
  cite('市场监督管理行政处罚程序规定', 64, 1),
  {
    title: words('经延期仍不能作出决定', 'Extended once already'),
    cure: words('第一次延期由机关负责人批准。', 'The first extension is approved by a head.'),
  },
  ({ state }) => extended(state) === 0 && words('尚未经负责人批准延期，不适用集体讨论继续延期。', 'No head has extended it yet; the heads together decide only on a further extension.'),
)

/** 市场监督管理行政处罚程序规定 18: fifteen workdays more, once. */
export const verificationExtensible = guard<PenaltyCase>(
  'verification-extensible',
  cite('市场监督管理行政处罚程序规定', 18),
  {
    title: words('核查期限可以延长一次', 'The term of verification is extended once'),
    cure: words('在期限内决定是否立案。', 'Decide within the term whether to file.'),
  },
  ({ state }) => {
    if (overlayNamed(state.overlay).verificationExtension === undefined) return words('本机关适用的程序规定没有延长核查期限的规定。', 'The rules that apply to this body provide for no extension.')
    return state.terms?.verification && words('核查期限已经延长过。', 'The term of verification was extended before.')
  },
)
