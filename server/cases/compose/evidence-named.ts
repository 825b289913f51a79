import { chosen, dayText } from '@faheng/law/documents/present.ts'
import { testKinds } from '@faheng/law/documents/test-commission/document.ts'
import type { Element } from '@faheng/law/procedures/penalty-found.ts'
import { collectEvidence, evidenceKinds, interview, recordScene } from '@faheng/law/procedures/penalty-payloads.ts'
import { registerRecording } from '@faheng/law/procedures/penalty-recording.ts'
import { commissionTest, recordTestResult } from '@faheng/law/procedures/penalty-samples.ts'
import { toldBy, toldIn, type CaseFile } from './file.ts'

interface Named {
  readonly name: string
  readonly proves: string
}

/** The pieces of evidence relied on as reports and decisions list them (处罚法 46, 59(1)(2)); before the report all that is lawful. */
export function evidenceReliedOn(file: CaseFile): Named[] {
  const all = evidenceOf(file)
  const ids = file.state.report?.relied ?? file.state.evidence.filter((each) => !each.unusable).map(({ id }) => id)
  return ids.flatMap((id) => all.get(id) ?? broughtIn(file, id))
}

/** A piece whose own record is in the file it came from, of a merged case or on paper: by its kind and what it proves (R7, R29). */
const broughtIn = ({ state }: CaseFile, id: string): Named[] =>
  state.evidence.filter((each) => each.id === id).map(({ kind, on, proves }) => ({ name: `${dayText(on)}取得的${evidenceKinds[kind as keyof typeof evidenceKinds]?.zh ?? '证据材料'}1份`, proves: provesText(proves) }))

/** These pieces by name; what is not in the file is left out. */
export const evidenceNames = (file: CaseFile, ids: readonly string[]): string[] => {
  const all = evidenceOf(file)
  return ids.flatMap((id) => all.get(id)?.name ?? broughtIn(file, id).map(({ name }) => name))
}

function evidenceOf(file: CaseFile): Map<string, Named> {
  const scenes = toldIn(file, 'record-scene', recordScene).map(({ told }) => [told.evidence, '现场笔录1份', told] as const)
  const interviews = toldIn(file, 'interview', interview).map(({ told }) => [told.evidence, `对${told.name || '有关人员'}的询问笔录1份`, told] as const)
  const collected = toldIn(file, 'collect-evidence', collectEvidence).map(({ told }) => [told.evidence, counted(told.title), told] as const)
  const tests = toldIn(file, 'record-test-result', recordTestResult).map(({ told }) => [told.evidence, `${testedBy(file, told.test)}的报告1份`, told] as const)
  const recordings = toldIn(file, 'register-recording', registerRecording).map(({ told }) => [told.evidence, counted(told.title || '音像记录'), { ...told, files: [] }] as const)
  return new Map(
    [...scenes, ...interviews, ...collected, ...tests, ...recordings].map(([id, name, { proves, files = [] }]) => [
      id,
      { name: files.length > 0 ? `${name}（附照片、扫描件等${files.length}件）` : name, proves: provesText(proves) },
    ]),
  )
}

/** Who tested, and what kind of test it was: ×××中心检验. */
function testedBy(file: CaseFile, id: string): string {
  const told = toldBy(file, file.state.tests?.find((each) => each.id === id)?.act, commissionTest)?.told
  return told ? `${told.institution}${chosen(testKinds, told.kind)}` : '检测、鉴定'
}

/** 证明内容 of the four elements a decision needs (处罚法 40). */
export const provesText = (proves: readonly Element[]): string => (proves.length === 0 ? '' : `证明${proves.map((each) => elements[each]).join('、')}`)

const elements: Readonly<Record<Element, string>> = {
  identity: '当事人的主体资格',
  conduct: '违法行为的事实',
  circumstance: '违法行为的情节',
  amount: '涉案的数量、金额',
}

const counted = (title: string): string => (/[\d一二两三四五六七八九十]+(?:份|张|页|件|本|册|套|段|个|枚|袋|瓶|箱)/.test(title) ? title : `${title}1份`)
