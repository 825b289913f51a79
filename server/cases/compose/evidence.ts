import type { FieldsOf } from '@faheng/law/documents/document.ts'
import type { evidenceList } from '@faheng/law/documents/evidence-list/document.ts'
import type { interviewRecord } from '@faheng/law/documents/interview-record/document.ts'
import { countText, momentText } from '@faheng/law/documents/present.ts'
import type { sceneRecord } from '@faheng/law/documents/scene-record/document.ts'
import { collectEvidence, interview, recordScene } from '@faheng/law/procedures/penalty-payloads.ts'
import { registerRecording } from '@faheng/law/procedures/penalty-recording.ts'
import { provesText } from './evidence-named.ts'
import { toldHere, toldIn, type CaseFile } from './file.ts'
import { causeOf, partyOf } from './party.ts'
import { officersOf, recorderOf } from './people.ts'

/** 证据提取单 of one piece. */
export function composeEvidence(file: CaseFile): FieldsOf<typeof evidenceList> {
  if (file.act.kind === 'register-recording') return ofRecording(file)
  const { kind, title, proves, origin, place, officers } = toldHere(file, collectEvidence)
  const proof = provesText(proves)
  return {
    form: 'extraction',
    cause: causeOf(file),
    ...(place ? { place } : {}),
    on: file.day,
    rows: [
      {
        kind: kind === 'record' ? 'scene-record' : kind,
        name: title,
        quantity: '1份',
        ...(origin ? { source: origin } : {}),
        ...(proof ? { proves: proof } : {}),
      },
    ],
    officers: officersOf(file, officers),
  }
}

/** A recording kept elsewhere: what it is verified by stands as its source. */
function ofRecording(file: CaseFile): FieldsOf<typeof evidenceList> {
  const { title, recorder, path, from, minutes, hash, proves } = toldHere(file, registerRecording)
  const proof = provesText(proves)
  return {
    form: 'extraction',
    cause: causeOf(file),
    on: file.day,
    rows: [{
      kind: 'audiovisual',
      name: title,
      quantity: `1段（${countText(minutes)}分钟）`,
      source: `录制设备：${recorder}；开始时间：${momentText(from)}；存放位置：${path}；文件摘要：${hash}`,
      ...(proof ? { proves: proof } : {}),
    }],
    officers: officersOf(file, file.state.team),
  }
}

/** 询问笔录. */
export function composeInterview(file: CaseFile): FieldsOf<typeof interviewRecord> {
  const told = toldHere(file, interview)
  const earlier = toldIn(file, 'interview', interview).filter((each) => each.told.name === told.name && each.act.seq < file.act.seq)
  return {
    from: file.act.occurredAt,
    to: told.until || file.act.occurredAt,
    times: earlier.length + 1,
    place: told.place,
    matter: causeOf(file),
    person: personAsked(file, told),
    officers: officersOf(file, told.officers),
    recorder: recorderOf(file, told.officers),
    rightsTold: told.certificateShown && told.recusalTold,
    dialogue: told.questions,
    signature: { state: told.signed },
  }
}

/** What the register knows of a party need not be asked; anybody else says it himself in one line. */
function personAsked(file: CaseFile, { name, whom, party, identity = '' }: ReturnType<typeof toldHere<typeof interview>>): FieldsOf<typeof interviewRecord>['person'] {
  const known = whom === 'party' && party ? partyOf(file, party) : undefined
  const himself = known?.type === 'person' && known.name === name ? known : undefined
  const number = /\d{17}[\dXx]/.exec(identity)?.[0] ?? himself?.idNumber
  const said = identity.replace(/(?:公民)?(?:居民)?(?:身份证?件?(?:号码?)?)?[:：]?\s*\d{17}[\dXx]/, '').split(/[，,；;、\s]+/).filter((each) => each !== '')
  const firm = known && known.type !== 'person' ? known : undefined
  const relation = !known
    ? whom === 'party' ? '当事人' : whom === 'witness' ? '证人' : whom === 'other' ? '其他有关人员' : ''
    : himself ? '当事人' : firm?.representative === name ? `当事人的${firm.type === 'individual-business' ? '经营者' : firm.type === 'legal-person' ? '法定代表人' : '负责人'}` : '当事人的有关人员'
  return {
    name,
    ...(himself?.gender ? { gender: himself.gender } : {}),
    ...(himself?.birth ? { birth: himself.birth } : {}),
    ...(number ? { idNumber: number } : {}),
    ...employment(said, firm?.name),
    ...(himself?.address ? { address: himself.address } : {}),
    ...(himself?.phone ? { phone: himself.phone } : {}),
    relation,
  }
}

/** 单位及职务: of a party's people the employer is the party; else the first word said, unless it is only a position. */
function employment(said: readonly string[], firm: string | undefined): { readonly employer?: string; readonly position?: string } {
  const rest = said.filter((each) => each !== firm)
  const alone = rest.length === 1 && /(?:员|长|经理|董事|主任|会计|老板|负责人|经营者|工人|司机|厨师)$/.test(rest[0] ?? '')
  const employer = firm ?? (alone ? undefined : rest[0])
  const position = (firm || alone ? rest : rest.slice(1)).join('、')
  return { ...(employer ? { employer } : {}), ...(position ? { position } : {}) }
}

/** 现场笔录. */
export function composeScene(file: CaseFile): FieldsOf<typeof sceneRecord> {
  const { party, place, until, certificateShown, recusalTold, findings, present, signed, witness, officers, files = [] } = toldHere(file, recordScene)
  const alone = signed === 'absent'
  return {
    from: file.act.occurredAt,
    to: until || file.act.occurredAt,
    place,
    party: partyOf(file, party ?? file.state.parties[0]?.id),
    ...(present ? { attendant: present } : {}),
    officers: officersOf(file, officers),
    recorder: recorderOf(file, officers),
    ...(witness ? { witness } : {}),
    rightsTold: certificateShown && recusalTold,
    ...(alone ? { recusal: `当事人不在现场${witness ? `，检查由${witness}见证` : ''}。` } : {}),
    record: findings,
    attachments: files.length > 0 ? [`照片、录音录像等材料${files.length}件`] : [],
    ...(alone ? {} : { signature: { state: signed, ...(witness && signed === 'refused' ? { witness } : {}) } }),
  }
}
