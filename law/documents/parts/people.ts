import type { Static } from 'typebox'
import { choice, day, group, list, optional, text } from '../../payload.ts'
import { words } from '../../words.ts'
import type { View } from '../document.ts'
import { dayText, paragraphs } from '../present.ts'

/** 执法人员 with the number of the certificate shown (处罚法 42, 55). */
const officerFields = group(words('执法人员', 'Officer'), {
  name: text(words('姓名', 'Name'), { max: 60 }),
  certificate: text(words('执法证号', 'Certificate number'), { max: 60 }),
})

export const officersFields = list(words('执法人员', 'Officers'), officerFields, { max: 10 })

export type OfficerFields = Static<typeof officerFields>

export const officersText = (officers: readonly OfficerFields[]): string =>
  officers.map(({ name, certificate }) => `${name}（执法证号：${certificate}）`).join('、')

/** One opinion on an approval form, by whoever held the step. */
export const approvalFields = group(words('审批意见', 'Approval step'), {
  role: text(words('步骤', 'Step'), { max: 60 }),
  opinion: text(words('意见', 'Opinion'), { max: 4000 }),
  name: text(words('签名', 'Signed'), { max: 60 }),
  on: day(words('日期', 'Date')),
})

export const approvalsFields = list(words('审批', 'Approvals'), approvalFields, { max: 10 })

type Approvals = Static<typeof approvalsFields>

/** The steps taken, and behind them the steps of the printed form that nobody has taken yet; none once its last was taken. */
export const approvalRows = (approvals: Approvals, printed: readonly string[]): View[] => [
  ...approvals.map(({ role, opinion, name, on }) => ({ role, opinion: paragraphs(opinion), name, on: dayText(on) })),
  ...(approvals.some(({ role }) => role === printed.at(-1)) ? [] : printed.slice(approvals.length)).map((role) => ({ role, opinion: [], name: '', on: dayText(undefined) })),
]

/** 承办人意见: what the officers in charge propose, signed by two. */
export const proposalFields = group(words('承办人意见', 'Opinion of the officers in charge'), {
  opinion: text(words('意见', 'Opinion'), { max: 8000 }),
  officers: officersFields,
  on: day(words('日期', 'Date')),
})

export const proposalRow = ({ opinion, officers, on }: Static<typeof proposalFields>, role = '承办人意见'): View => ({
  role,
  opinion: paragraphs(opinion),
  name: officersText(officers),
  on: dayText(on),
})

/** Whether the party signed the paper, or refused, with the reason and the witness (R28). */
export const signatureFields = group(words('签署', 'Signature'), {
  state: choice(words('情况', 'State'), { signed: words('已签名', 'Signed'), refused: words('拒绝签名', 'Refused') }),
  reason: optional(text(words('拒签理由', 'Reason for refusing'), { max: 400 })),
  witness: optional(text(words('见证人', 'Witness'), { personal: true, max: 100 })),
})

export function refusalText(signature: Static<typeof signatureFields> | undefined, who = '当事人'): string {
  if (signature?.state !== 'refused') return ''
  const reason = signature.reason ? `，理由：${signature.reason}` : ''
  const witness = signature.witness ? `。见证人：${signature.witness}` : '。无见证人在场，以音像记录为证'
  return `${who}拒绝签名${reason}${witness}。`
}

/** Where the party can reach the officers (处罚法 44, 45: to state and defend). */
export const contactFields = group(words('联系方式', 'Contact'), {
  officers: text(words('联系人', 'Officers'), { max: 100 }),
  phone: text(words('联系电话', 'Telephone'), { max: 60 }),
  address: text(words('地址', 'Address'), { max: 300 }),
})

export const contactView = (contact: Static<typeof contactFields>): View => ({ ...contact })
