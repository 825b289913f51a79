import { describe, expect, it } from 'vitest'
import { fold } from '../fold.ts'
import { countedOf } from '../measures/counted.ts'
import { demandsNoVolume } from '../guards/measure-task.ts'
import type { Act } from '../procedure.ts'
import { measureTask } from './measure-task.ts'
import { newMeasureTask, type MeasureTask } from './measure-task-life.ts'

type Told = readonly [kind: string, day: string, payload?: object]
const acts = (told: readonly Told[]): Act[] =>
  told.map(([kind, day, payload = {}], i) => {
    const at = `${day}T02:00:00.000Z`
    return { id: `a${i}`, kind, seq: i + 1, occurredAt: at, recordedAt: at, actor: 'x', payload, facts: {}, hash: `h${i}` }
  })
const after = (...told: readonly Told[]): MeasureTask => fold(measureTask, newMeasureTask({ body: 'market', unit: '' }), acts(told)).state
const asked = ['ask-task', '2026-03-02', { measure: 6, demand: '报备培训计划', due: '2026-07-31' }] as const
const running = (state: MeasureTask) => Object.fromEntries(state.clocks.filter(({ closed }) => closed === undefined).map(({ clock, due }) => [clock, due]))

describe('a task of the plan', () => {
  it('ends on the day asked for, with a reminder ten days before', () => expect(running(after(asked))).toEqual({ task: '2026-07-31', reminder: '2026-07-21' }))

  it('is reminded of the next day where it ends within ten days, and not at all where it ends then', () => {
    expect(running(after(['ask-task', '2026-07-25', { measure: 6, demand: '报备培训计划', due: '2026-07-31' }]))).toEqual({ task: '2026-07-31', reminder: '2026-07-26' })
    expect(running(after(['ask-task', '2026-07-30', { measure: 6, demand: '报备培训计划', due: '2026-07-31' }]))).toEqual({ task: '2026-07-31' })
  })

  it('stands still while its proof is looked at, and goes on to the same day when it comes back', () => {
    const sent = ['submit-evidence', '2026-05-01'] as const
    expect(running(after(asked, sent))).toEqual({ acceptance: '2026-05-16' })
    const back = after(asked, sent, ['return-evidence', '2026-05-20'])
    expect(running(back)).toEqual({ task: '2026-07-31', reminder: '2026-07-21' })
    expect(back).toMatchObject({ stage: 'asked', returned: 1 })
    expect(after(asked, sent, ['return-evidence', '2026-08-02']).overdue).toBe(true)
  })

  it('counts as done in time by the day its proof was sent, and as late once the term is over', () => {
    const names = (state: MeasureTask) => countedOf('measure-task', state).map(({ name, month }) => `${name} ${month}`)
    expect(names(after(asked))).toEqual([])
    expect(names(after(asked, ['submit-evidence', '2026-07-30'], ['accept-evidence', '2026-08-05']))).toEqual(['tasks 2026-07', 'tasks-done 2026-07'])
    const late = after(asked, ['escalate-task', '2026-07-31'])
    expect(names(late)).toEqual(['tasks 2026-07'])
    expect(late.findings.map(({ rule }) => rule)).toEqual(['task-overdue'])
    expect(running(after(asked, ['escalate-task', '2026-08-01'], ['extend-task', '2026-08-10', { due: '2026-09-30' }]))).toEqual({ task: '2026-09-30', reminder: '2026-09-20' })
    expect(names(after(asked, ['withdraw-task', '2026-04-01']))).toEqual([])
  })

  it('asks for no number of cases, checks or fines (R35)', () => {
    const refused = (demand: string) => demandsNoVolume.unmet({ act: { payload: { demand } } } as never)
    expect(refused('全年办理行政处罚案件不少于30件')).toMatchObject({ zh: expect.stringMatching(/第七十四条.*54号/) })
    expect(refused('抽取案卷评查并通报结果')).toBeUndefined()
  })
})
