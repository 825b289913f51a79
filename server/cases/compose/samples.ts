import type { Static } from 'typebox'
import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { sampleRecord } from '@faheng/law/documents/sample-record/document.ts'
import type { testCommission } from '@faheng/law/documents/test-commission/document.ts'
import type { testResultNotice } from '@faheng/law/documents/test-result-notice/document.ts'
import type { testTermNotice } from '@faheng/law/documents/test-term-notice/document.ts'
import { dayText } from '@faheng/law/documents/present.ts'
import { commissionTest, recordTestResult, takeSample, tellTestResult } from '@faheng/law/procedures/penalty-samples.ts'
import { toldBy, toldHere, type CaseFile } from './file.ts'
import { causeOf, partyOf } from './party.ts'
import { contactOf, officersOf } from './people.ts'
import { goodsFieldsOf, thingOf } from './things.ts'

/** 抽样取证凭证. */
export function composeSamples(file: CaseFile): FieldsOf<typeof sampleRecord> {
  const { party, place, things, base, custodian, officers } = toldHere(file, takeSample)
  return {
    party: partyOf(file, file.subject || party),
    place,
    on: file.day,
    goods: goodsFieldsOf(things),
    ...(base ? { base } : {}),
    custodian,
    officers: officersOf(file, officers),
  }
}

/** 检测（检验、检疫、鉴定）委托书. */
export function composeCommission(file: CaseFile): FieldsOf<typeof testCommission> {
  const { kind, institution, question, held = [], by, retestOf } = toldHere(file, commissionTest)
  const first = retestOf ? commissioned(file, retestOf) : undefined
  const reported = retestOf ? resultOf(file, retestOf)?.reported : undefined
  return {
    test: kind,
    institution,
    cause: causeOf(file),
    question,
    things: held.map((id) => thingOf(file, id) ?? { name: '样品', quantity: '' }).map(({ name, quantity }) => ({ name, quantity: quantity || '1份' })),
    ...(by ? { by } : {}),
    ...(first ? { again: `${first.institution}${reported ? `${dayText(reported)}出具` : ''}的报告` } : {}),
    contact: contactOf(file),
  }
}

/** 检测（检验、检疫、鉴定）期间告知书, to each party while something is sealed or seized. */
export function composeTestTerm(file: CaseFile): FieldsOf<typeof testTermNotice> {
  const { kind, institution, by } = toldHere(file, commissionTest)
  return { party: partyOf(file, file.subject), test: kind, institution, from: file.day, ...(by ? { by } : {}), contact: contactOf(file) }
}

/** 检测（检验、检疫、鉴定）结果告知书. */
export function composeTestResult(file: CaseFile): FieldsOf<typeof testResultNotice> {
  const { test, party, until } = toldHere(file, tellTestResult)
  const commission = commissioned(file, test)
  const result = resultOf(file, test)
  return {
    party: partyOf(file, file.subject || party),
    test: commission?.kind ?? 'test',
    institution: commission?.institution ?? '',
    ...(result?.reported ? { reported: result.reported } : {}),
    conclusion: result?.conclusion || '见所附报告。',
    ...(until ? { until } : {}),
    contact: contactOf(file),
  }
}

const commissioned = (file: CaseFile, id: string): Static<typeof commissionTest> | undefined => toldBy(file, file.state.tests?.find((each) => each.id === id)?.act, commissionTest)?.told

const resultOf = (file: CaseFile, id: string): Static<typeof recordTestResult> | undefined => toldBy(file, file.state.tests?.find((each) => each.id === id)?.result?.act, recordTestResult)?.told
