import { cite } from '../citation.ts'
import { guard, type MatterState } from '../procedure.ts'
import { words } from '../words.ts'

/** 处罚法 55(1): certificates are shown and the right of recusal is told. */
export const rightsTold = guard<MatterState, { readonly certificateShown: boolean; readonly recusalTold: boolean }>(
  'rights-told',
  cite('行政处罚法', 55, 1),
  {
    title: words('出示证件并告知权利', 'Certificates shown, rights told'),
    cure: words('重新询问或者检查，出示证件并告知申请回避等权利。', 'Do it again: show the certificates and tell the right of recusal.'),
  },
  ({ act: { payload } }) => payload !== undefined && !payload.certificateShown && words('没有出示行政执法证件。', 'The enforcement certificates were not shown.'),
)

/** 处罚法 67(3): the party pays the bank; officers collect themselves only on the grounds of 68 and 69. */
export const paidToTheBank = guard<MatterState, { readonly channel: string; readonly ground?: string }>(
  'paid-to-the-bank',
  cite('行政处罚法', 67, 1),
  {
    title: words('罚缴分离', 'Fine and collection separated'),
    cure: words('写明当场收缴的法定事由，或者退还后由当事人到银行缴纳。', 'State the ground of on-the-spot collection, or return it and let the party pay the bank.'),
  },
  ({ act: { payload } }) => payload?.channel === 'on-the-spot' && !payload.ground && words('执法人员当场收缴罚款，没有法定事由。', 'An officer collected money without a statutory ground.'),
)
