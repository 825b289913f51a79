import { expect, it } from 'vitest'
import type { MatterState } from '../procedure.ts'
import { newCertificate } from '../procedures/certificate-life.ts'
import { newDeparture } from '../procedures/departure-life.ts'
import { countedOf } from './counted.ts'

/** What a matter counts for, each answer known by hand. */

const place = { body: 'scjg', unit: 'u1' }
const base = newDeparture(place)
const found = (...rules: readonly string[]) => ({ findings: rules.map((rule) => ({ rule, subject: '' })) })
const at = (kind: string, day: string) => ({ done: { [kind]: [{ id: 'a', by: 'p', at: `${day}T02:00:00.000Z`, seq: 1 }] } })
const names = (procedure: string, state: object) => countedOf(procedure, state as MatterState).map(({ name, month, days }) => [name, month, ...(days === undefined ? [] : [days])].join(' '))

const cancelledFiling = { ...base, ...at('cancel-mistaken-filing', '2026-03-05'), findings: [{ rule: 'filing-cancelled', act: 'a', subject: '' }] }
const decided = { ...base, decision: { on: '2026-03-05', outcome: 'penalty' } }

it.each<[string, string, object, string[]]>([
  ['a case without a decision', 'penalty-ordinary', base, []],
  ['a sound decision', 'penalty-ordinary', decided, ['decided 2026-03', 'decided-sound 2026-03', 'decided-recorded 2026-03', 'decided-served 2026-03']],
  ['one entered and served late', 'penalty-ordinary', { ...decided, ...found('entered-late', 'served-late') }, ['decided 2026-03', 'decided-sound 2026-03']],
  ['one whose power a late fact shows unlawful', 'penalty-ordinary', { ...decided, ...found('flag:team-of-two') }, ['decided 2026-03', 'decided-recorded 2026-03', 'decided-served 2026-03']],
  ['let off and taught', 'penalty-ordinary', { ...decided, decision: { on: '2026-03-05', outcome: 'no-penalty' } },
    ['decided 2026-03', 'decided-sound 2026-03', 'decided-recorded 2026-03', 'decided-served 2026-03', 'exempted 2026-03', 'exempted-taught 2026-03']],
  ['let off and not taught', 'penalty-ordinary', { ...decided, decision: { on: '2026-03-05', outcome: 'no-penalty' }, ...found('no-education') },
    ['decided 2026-03', 'decided-sound 2026-03', 'decided-recorded 2026-03', 'decided-served 2026-03', 'exempted 2026-03']],
  ['sent to the police in time', 'penalty-ordinary', { ...base, crime: { handedOver: '2026-04-01' } }, ['crimes 2026-04', 'crimes-in-time 2026-04']],
  ['sent late', 'penalty-ordinary', { ...base, crime: { handedOver: '2026-04-01' }, ...found('handed-over-late') }, ['crimes 2026-04']],
  ['a transfer that waits for its answer', 'penalty-ordinary', { ...base, received: { on: '2026-03-05' } }, ['transfers 2026-03']],
  ['one sent back', 'penalty-ordinary', { ...base, received: { on: '2026-03-05', answer: 'sent-back' } }, ['transfers 2026-03', 'transfers-answered 2026-03']],
  ['a filing cancelled, not looked into', 'penalty-ordinary', cancelledFiling, ['to-look-into 2026-03']],
  ['one looked into', 'penalty-ordinary', { ...cancelledFiling, acknowledged: [{ of: 'a', by: 's', on: '2026-04-01', result: 'justified' }] }, ['to-look-into 2026-03', 'looked-into 2026-03']],
  ['a certificate in force', 'certificate', newCertificate(place), []],
  ['cancelled on the day', 'certificate', { ...newCertificate(place), endedAt: '2026-05-31T17:00:00.000Z' }, ['cancelled 2026-06', 'cancelled-same-day 2026-06']],
  ['cancelled late', 'certificate', { ...newCertificate(place), endedAt: '2026-05-31T02:00:00.000Z', ...found('cancelled-late') }, ['cancelled 2026-05']],
  ['a departure recorded on the day', 'departure', { ...base, eventOn: '2026-03-02', endedAt: '2026-03-02T02:00:00.000Z', ...at('record-departure', '2026-03-02') }, ['left 2026-03 0', 'left-same-day 2026-03 0']],
  ['one recorded four days later, in another month', 'departure', { ...base, eventOn: '2026-02-26', endedAt: '2026-02-26T16:00:00.000Z', ...at('record-departure', '2026-03-02'), ...found('departure-late') }, ['left 2026-02 4']],
  ['one withdrawn', 'departure', { ...base, eventOn: '2026-02-26', ...at('record-departure', '2026-02-26') }, []],
  ['a review of items that goes on', 'catalogue-review', { ...base, stage: 'review', ...at('order-review', '2026-03-02') }, []],
  ['a review sent in time', 'catalogue-review', { ...base, stage: 'check', ...at('order-review', '2026-03-02') }, ['cleanings 2026-03', 'cleanings-in-time 2026-03']],
  ['a review whose term is over', 'catalogue-review', { ...base, stage: 'review', overdue: true, ...at('order-review', '2026-03-02') }, ['cleanings 2026-03']],
  ['a review sent after its term', 'catalogue-review', { ...base, stage: 'done', overdue: true, ...at('order-review', '2026-03-02') }, ['cleanings 2026-03']],
  ['a review dropped', 'catalogue-review', { ...base, stage: 'dropped', overdue: true, ...at('order-review', '2026-03-02') }, []],
  ['a task accepted in time', 'measure-task', { ...base, stage: 'accepted', due: '2026-06-30', accepted: '2026-06-30' }, ['tasks 2026-06', 'tasks-done 2026-06']],
  ['a task accepted late', 'measure-task', { ...base, stage: 'accepted', due: '2026-06-30', accepted: '2026-07-01', overdue: true }, ['tasks 2026-06']],
])('%s', (_, procedure, state, counted) => expect(names(procedure, state)).toEqual(counted))
