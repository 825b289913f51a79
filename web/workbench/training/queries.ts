import type { CodeAnswer, CoursesAnswer, CoverageAnswer, MineAnswer, PersonCreditsAnswer, PlansAnswer, SessionAnswer } from '@faheng/api/training.ts'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Static } from 'typebox'
import { get, post, withQuery } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { dayOf } from '../../shared-ui/format.ts'

export type Mine = Static<typeof MineAnswer>
export type Course = Static<typeof CoursesAnswer>['rows'][number]
export type Plan = Static<typeof PlansAnswer>['plans'][number]
export type Coverage = Static<typeof CoverageAnswer>
export type Sheet = Static<typeof SessionAnswer>

const of = <A>(name: string, path: string, values: object = {}) =>
  queryOptions({ queryKey: ['training', name, values], queryFn: ({ signal }) => get<A>(withQuery(`/api/training/${path}`, values), signal) })

export const mineQuery = (year: number) => of<Mine>('mine', 'mine', { year })
export const coursesQuery = (year: number) => of<Static<typeof CoursesAnswer>>('courses', 'courses', { year })
export const plansQuery = (year: number) => of<Static<typeof PlansAnswer>>('plans', 'plans', { year })
export const coverageQuery = (year: number, body?: string) => of<Coverage>('coverage', 'coverage', { year, body })
export const creditsQuery = (person: string, year: number) => of<Static<typeof PersonCreditsAnswer>>(`credits ${person}`, `people/${person}`, { year })
export const sessionQuery = (id: string) => of<Sheet>(`session ${id}`, `sessions/${id}`)
export const codeQuery = (id: string) => of<Static<typeof CodeAnswer>>(`code ${id}`, `sessions/${id}/code`)

/** The day on the wall in China: for the first state of a page. */
export const today = (): string => dayOf(new Date().toISOString())
export const thisYear = (): number => Number(today().slice(0, 4))

/** Sends one thing once, however often the button is pressed, and shows what the server said. */
export function useSend(path: 'plans' | 'courses' | 'sessions' | 'sign' | 'list' | 'corrections' | 'records' | 'round', done: () => void = () => undefined) {
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const id = useRef(newId())
  const send = async (content: object): Promise<boolean> => {
    setError(undefined)
    setSending(true)
    try {
      await post(path === 'records' ? '/api/unit-records' : `/api/training/${path}`, { id: id.current, ...content })
      id.current = newId()
      done()
      await queries.invalidateQueries({ queryKey: ['training'] })
      return true
    } catch (problem) {
      setError(problem)
      return false
    } finally {
      setSending(false)
    }
  }
  return { error, sending, send }
}
