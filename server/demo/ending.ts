import { act, firstParty, partyIds, recorder, someHead, type CaseFile, type Telling } from './case-file.ts'
import { workdaysBefore } from './clock.ts'
import { dayOf } from '@faheng/law/time/day.ts'

/** From the decision to the archive. */

export function* service(file: CaseFile): Telling {
  const { random, plot, cast, rehearsal, clock } = file
  const document = rehearsal.state().decision?.act ?? ''
  yield plot.slips.has('served-late') ? random.between(9, 12) : random.between(0, 3)
  if (plot.service === 'post') yield 3
  for (const party of partyIds(file)) {
    const how = {
      direct: { method: 'direct', receiver: '本人（负责人）签收', outcome: 'received' },
      left: { method: 'left', outcome: 'refused', witnessed: true, witness: '社区工作人员' },
      post: { method: 'post', outcome: 'received', receiver: '收发室签收', received: dayOf(clock.now()) },
    }[plot.service]
    act(file, cast.team[0], 'serve', { document, party, place: '当事人住所', officers: cast.team, ...how })
  }
  if (plot.slips.has('late-defence') && plot.ending === 'penalty') {
    yield 1
    act(file, recorder(file), 'state-defence', { party: firstParty(file).id, form: 'written', statement: '收到告知书后我已邮寄申辩意见，请予考虑。' }, {
      occurredAt: workdaysBefore(rehearsal.state().done['decide-penalty']?.at(-1)?.at ?? clock.now(), 1), reason: '邮件在收发室滞留，事后补录。',
    })
  }
}

export function* performance(file: CaseFile): Telling {
  const { random, plot, cast, rehearsal, clock } = file
  const open = () => rehearsal.state().performance.filter((each) => !each.done)
  for (const { id, owed } of open().filter((each) => each.owed > 0)) {
    yield plot.slips.has('paid-late') ? random.between(16, 24) : random.between(0, 8)
    const receipt = `${random.between(10_000_000, 99_999_999)}`
    act(file, random.pick([recorder(file), cast.team[0]]), 'record-payment', {
      item: id, amount: owed, paidOn: dayOf(clock.now()), receipt, channel: plot.slips.has('collected') ? 'on-the-spot' : 'bank',
    })
  }
  for (const { id } of open()) act(file, cast.team[0], 'record-performance', { item: id, how: '没收物品已清点入库，出具罚没物品清单。', doneOn: dayOf(clock.now()) })
  if (rehearsal.state().held.some((each) => !each.carriedOut))
    act(file, cast.team[0], 'carry-out-disposal', { held: ['goods'], how: '没收物品已按规定集中销毁，有销毁记录和照片。', officers: cast.team })
}

export function* closing(file: CaseFile): Telling {
  const { random, plot, cast } = file
  const propose = () => act(file, cast.team[0], 'propose-closing', { summary: '行政处罚决定已经送达并全部执行完毕，建议结案。' })
  yield random.between(1, 4)
  reInspect(file)
  propose()
  if (plot.returned === 'closing') {
    yield 1
    act(file, someHead(file), 'return-closing', { reason: '缴款票据未入卷，请补正。' })
    yield 1
    propose()
  }
  yield random.between(0, 3)
  act(file, someHead(file), 'approve-closing', { opinion: '同意结案。' })
  yield random.between(2, 9)
  act(file, cast.team[0], 'archive', { retention: random.pick(['thirty-years', 'thirty-years', 'ten-years', 'permanent']), notes: '卷内文书齐全，按正卷、副卷装订。' })
}

/** Most officers go and look whether it was corrected; one case in seven is closed without (处罚法 28(1)). */
function reInspect(file: CaseFile): void {
  const { rehearsal, cast } = file
  if (Number(rehearsal.matter.slice(-2)) % 7 === 0) return
  for (const { act: order } of rehearsal.state().corrections ?? [])
    act(file, cast.team[0], 're-inspect', {
      evidence: 're-inspection', order, place: firstParty(file).address, certificateShown: true, recusalTold: true, found: '当事人已停止违法行为，并按责令改正通知书的要求完成改正。', result: 'corrected', signed: 'signed', proves: ['circumstance'], officers: cast.team,
    })
}
