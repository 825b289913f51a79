import { cite } from '../citation.ts'
import { choice, list, payload, ref, text, yes } from '../payload.ts'
import { actsOn } from '../procedure.ts'
import { words } from '../words.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { isReliable, type Evidence } from './penalty-found.ts'
import { files } from './penalty-fields.ts'
import { beforeDecision, recorder, unitHead } from './penalty-people.ts'

/** 证据的审核、查证 (处罚法 41(2), 46(2)): what a device recorded by itself, and what is in doubt. */

const { power, fact } = actsOn<PenaltyCase>()

export const verificationActs = {
  'review-monitoring-record': power({
    title: words('审核电子技术监控记录', 'Review a monitoring record'),
    article: cite('行政处罚法', 41, 2),
    from: ['lead', 'filing', ...beforeDecision],
    by: unitHead,
    suits: (state) => unreviewed(state).length > 0,
    awaited: (state) => unreviewed(state).length > 0,
    payload: payload({
      records: list(words('监控记录', 'Monitoring records'), ref('evidence', words('证据', 'Evidence')), { min: 1, max: 50 }),
      device: yes(words('设备经法制和技术审核，标准合格、标志明显，设置地点已向社会公布', 'Device reviewed, up to standard, marked, its place made public (41(1))')),
      content: yes(words('记录内容真实、清晰、完整、准确', 'The record is true, clear, complete and accurate (41(2))')),
      opinion: text(words('审核意见', 'Opinion'), { personal: true, rows: 3, max: 1000 }),
    }),
    prefill: (state) => ({ records: unreviewed(state).map(({ id }) => id) }),
    apply: (state, act) => changed(state, act.payload.records, (each) => (each.monitoring ? { ...each, monitoring: act.payload.device && act.payload.content ? 'met' : 'failed' } : each)),
  }),

  'verify-evidence': fact({
    title: words('查证证据', 'Verify evidence'),
    article: cite('行政处罚法', 46, 2),
    by: recorder,
    suits: (state) => state.evidence.some((each) => each.doubt === 'open'),
    payload: payload({
      pieces: list(words('查证的证据', 'Evidence verified'), ref('evidence', words('证据', 'Evidence')), { min: 1, max: 50 }),
      result: choice(words('查证结果', 'Result'), { true: words('属实', 'True'), untrue: words('不属实', 'Not true'), open: words('无法查证', 'Could not be verified') }),
      how: text(words('查证方法和经过', 'How it was verified'), { personal: true, rows: 4 }),
      files,
    }),
    prefill: (state) => ({ pieces: state.evidence.filter((each) => each.doubt === 'open').map(({ id }) => id) }),
    apply: (state, act) => {
      const { pieces, result } = act.payload
      return changed(state, pieces, ({ doubt: _doubt, ...each }) => (result === 'true' ? each : { ...each, doubt: result }))
    },
  }),
}

const unreviewed = ({ evidence }: PenaltyCase): Evidence[] => evidence.filter((each) => each.monitoring === 'unreviewed' && !each.unusable)

const changed = (state: PenaltyCase, ids: readonly string[], change: (each: Evidence) => Evidence): PenaltyCase => ({ ...state, evidence: state.evidence.map((each) => (ids.includes(each.id) ? change(each) : each)) })

/** What a report may rest on, as far as the file shows. */
export const reliable = ({ evidence }: PenaltyCase): string[] => evidence.filter(isReliable).map(({ id }) => id)
