import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { CertificateLife, StaffCategory } from '../procedures/certificate-life.ts'
import { isDay } from '../time/day.ts'
import { words } from '../words.ts'

interface Applies {
  readonly holder?: string
  readonly category?: StaffCategory
  readonly trainingHours?: number
  readonly examPassed?: boolean
}

/** Those who may never hold one: assistants, contract staff, service workers (山西省行政执法条例; a dated table per region may add to it). */
export const neverEligible: readonly StaffCategory[] = ['assistant', 'contract', 'service-worker']

/** Measure 11: no certificate for who may not enforce. */
export const categoryEligible = guard<CertificateLife, Applies>(
  'category-eligible',
  cite('行政处罚法', 42, 1),
  {
    title: words('人员类别可以申领执法证件', 'Staff category may hold a certificate'),
    cure: words('由在编在职、具有行政执法资格的人员申领；辅助人员只能从事辅助工作。', 'Let a person on the establishment apply; auxiliary staff only assist.'),
    needs: ['settings'],
  },
  ({ state, act: { payload }, facts }) => {
    const category = payload?.category ?? state.category
    const barred = facts.settings?.ineligibleCategories ?? neverEligible
    return category !== undefined && barred.includes(category) && words('该类别人员不得申领行政执法证件。', 'Persons of this category may not hold an enforcement certificate.')
  },
)

/** R34: training, then the exam, then the application. */
export const trainedAndExamined = guard<CertificateLife, Applies>(
  'trained-and-examined',
  cite('行政处罚法', 42, 1),
  {
    title: words('培训、考试合格', 'Trained and examined'),
    cure: words('完成资格培训并通过资格考试后再申领。', 'Finish the qualification training and pass the exam first.'),
  },
  ({ state, act: { payload } }) => {
    const passed = payload?.examPassed ?? state.trained?.passed
    const hours = payload?.trainingHours ?? state.trained?.hours
    if (passed === false) return words('资格考试未合格。', 'The qualification exam was not passed.')
    return hours === 0 && words('没有资格培训记录。', 'There is no record of qualification training.')
  },
)

/** One person, one certificate: a second application has to say that it replaces the first. */
export const noneHeldAlready = guard<CertificateLife, Applies & { readonly replaces?: boolean }>(
  'none-held-already',
  cite('行政处罚法', 55, 1),
  {
    title: words('未重复持证', 'No second certificate'),
    cure: words('换证、补证的，注明原证件；否则先注销原证件。', 'Say that it replaces the old one, or have that cancelled first.'),
    needs: ['certificates'],
  },
  ({ state, act: { payload }, facts }) => {
    const holder = payload?.holder ?? state.holder
    return holder !== undefined && !(payload?.replaces ?? state.replaces) && facts.certificates?.[holder]?.valid === true && words('该人员已持有有效的执法证件。', 'This person holds a valid certificate already.')
  },
)

/** What the issuing authority wrote has to hang together before it is copied into the register. */
export const termInOrder = guard<CertificateLife, { readonly from?: string; readonly until?: string }>(
  'term-in-order',
  cite('行政处罚法', 55, 1),
  {
    title: words('有效期起止日期', 'The certificate’s term'),
    cure: words('按证件载明的日期更正。', 'Correct the days as the card states them.'),
  },
  ({ act: { payload } }) =>
    payload?.from !== undefined && payload.until !== undefined && !(isDay(payload.from) && isDay(payload.until) && payload.from <= payload.until) &&
    words('有效期届满日期早于生效日期。', 'The certificate would end before it begins.'),
)

export const certificateIssued = guard<CertificateLife>(
  'certificate-issued',
  cite('行政处罚法', 55, 1),
  {
    title: words('已经发证', 'A certificate was issued'),
    cure: words('先登记发证机关核发的证件。', 'Record the certificate issued by the authority first.'),
  },
  ({ state }) => state.issued === undefined && words('尚未发证。', 'No certificate was issued yet.'),
)
