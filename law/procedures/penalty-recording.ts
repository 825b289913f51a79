import { cite } from '../citation.ts'
import { recordingIdentified } from '../guards/evidence.ts'
import { count, moment, newId, optional, payload, ref, text } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { withEvidence } from './penalty-effects.ts'
import { recorder } from './penalty-people.ts'
import { proves } from './penalty-payloads.ts'

/** 音像记录 kept where it was stored (处罚法 47; R28): too large to bring in, it is evidence by device, place, time and digest. */

const { fact } = actsOn<PenaltyCase>()

export const registerRecording = payload({
  evidence: newId(),
  title: text(words('录制内容', 'What it shows'), { personal: true, max: 200 }),
  recorder: text(words('录制设备', 'Recorder'), { max: 100, hint: words('执法记录仪或者其他设备的编号', 'Number of the body camera or device') }),
  path: text(words('存放位置', 'Where it is kept'), { max: 200, hint: words('采集站、存储服务器或者光盘编号，及文件路径', 'Station, server or disc, and the path in it') }),
  from: moment(words('开始时间', 'Begins at')),
  minutes: count(words('时长（分钟）', 'Minutes')),
  hash: text(words('文件摘要', 'Digest of the file'), { max: 64, hint: words('SHA-256或者SM3，64位十六进制', 'SHA-256 or SM3, 64 hexadecimal digits') }),
  of: optional(ref('entry', words('所记录的执法活动', 'Which act it records'))),
  proves,
})

export const recordingActs = {
  'register-recording': fact({
    title: words('登记音像记录', 'Register a recording'),
    article: cite('行政处罚法', 47),
    by: recorder,
    // The file itself is brought in where it is small enough; this is for what stays where it is.
    suits: (state) => state.evidence.length > 0,
    payload: registerRecording,
    guards: [recordingIdentified],
    documents: [{ kind: 'evidence-list' }],
    apply: withEvidence('audiovisual'),
  }),
}
