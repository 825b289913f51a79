import type { TObject } from 'typebox'
import { cite } from '../citation.ts'
import { personalTexts } from '../payload.ts'
import { guard } from '../procedure.ts'
import type { PenaltyCase } from '../procedures/penalty-case.ts'
import { pointerOf } from '../redaction.ts'
import { words } from '../words.ts'
import { entryNamed } from './slips.ts'

interface Erases {
  readonly texts?: readonly { readonly entry: string; readonly field: string }[]
}

/** 个人信息保护法 47: personal texts of this file alone are erased, each once. What the law reads of an act always stays. */
export const textsToErase = (payloadOf: (kind: string) => TObject | undefined) =>
  guard<PenaltyCase, Erases>(
    'texts-to-erase',
    cite('个人信息保护法', 47, 1),
    {
      title: words('删除的是本案记录中的个人信息', 'What is erased is personal information of this file'),
      cure: words('在案件经过中选择记录及其中载有个人信息的一项；案件的认定、依据、时间不能删除。', 'Pick an act of the story and a text with personal information in it; what was found, on what basis and when cannot be erased.'),
    },
    ({ state, act: { payload } }) => {
      if (payload && !payload.texts?.length) return words('没有选择要删除的内容。', 'Nothing was picked.')
      for (const { entry, field } of payload?.texts ?? []) {
        const schema = payloadOf(entryNamed(state, entry)?.kind ?? '')
        const pointer = pointerOf(field)
        if (!schema) return words('本案卷中没有这条记录。', 'There is no such entry in this file.')
        if (!personalTexts(schema).includes(pointer.replace(/\/\d+(?=\/|$)/g, '/*'))) return words(`“${field}”不是载有个人信息的文字。`, `“${field}” is no text with personal information.`)
        if (state.redacted?.[entry]?.includes(pointer)) return words('这一项已经删除。', 'That text is erased already.')
      }
      return
    },
  )
