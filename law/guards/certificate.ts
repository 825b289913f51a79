import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { CertificateLife, StaffCategory } from '../procedures/certificate-life.ts'
import { isDay } from '../time/day.ts'
import { words } from '../words.ts'

interface Applies {
  readonly holder?: string
  readonly category?: StaffCategory
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
    needs: ['settings', 'qualification'],
  },
  ({ state, act: { payload }, facts }) => {
    const holder = payload?.holder ?? state.holder
    if (holder === undefined) return false
    const registered = facts.qualification?.[holder]?.category
    const category = registered ?? payload?.category ?? state.category
    if (category === undefined) return words('该人员没有登记编制类别，申领时也没有填写。', 'No staff category is registered for this person, and the form names none.')
    if (registered !== undefined && payload?.category !== undefined && payload.category !== registered) return words('填写的编制类别与人员登记不一致。', 'The staff category is not the one the register of people has.')
    const barred: readonly string[] = facts.settings?.ineligibleCategories ?? neverEligible
    return barred.includes(category) && words('该类别人员不得申领行政执法证件。', 'Persons of this category may not hold an enforcement certificate.')
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

/** The pattern only validates: what the authority wrote is recorded as it stands, and marked where it looks mistyped (R34). */
export const numberFits = guard<CertificateLife, { readonly number?: string }>(
  'number-fits',
  cite('行政处罚法', 55, 1),
  {
    title: words('证件编号符合编号规则', 'The number as the issuer writes numbers'),
    cure: words('对照证件核对编号；证件载明如此的，照录即可。', 'Compare it with the card; where the card says so, leave it.'),
    needs: ['settings'],
  },
  ({ act: { payload }, facts }) => {
    const pattern = facts.settings?.certificateNumber
    return payload?.number !== undefined && typeof pattern === 'string' && !fitsPattern(payload.number, pattern) && words(`证件编号与编号规则 ${pattern} 不符。`, `The number does not fit ${pattern}.`)
  },
)

/** `#` is a digit, `@` a letter, everything else itself. */
function fitsPattern(number: string, pattern: string): boolean {
  const [signs, places] = [[...number], [...pattern]]
  return signs.length === places.length && places.every((place, i) => (place === '#' ? /\d/ : place === '@' ? /[A-Za-z]/ : undefined)?.test(signs[i] ?? '') ?? place === signs[i])
}

export const certificateIssued = guard<CertificateLife>(
  'certificate-issued',
  cite('行政处罚法', 55, 1),
  {
    title: words('已经发证', 'A certificate was issued'),
    cure: words('先登记发证机关核发的证件。', 'Record the certificate issued by the authority first.'),
  },
  ({ state }) => state.issued === undefined && words('尚未发证。', 'No certificate was issued yet.'),
)
