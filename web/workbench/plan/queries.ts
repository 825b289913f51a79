import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import type { BodyPlan, Counties, EndedMeasures, MeasurePage, PlanGlance, PlanRecords, PlanReports, UnaskedMeasures } from '../answers.ts'

export const planQuery = (year: number | undefined) => queryOptions({ queryKey: ['plan', year], queryFn: ({ signal }) => get<PlanGlance>(withQuery('/api/plan', { year }), signal) })
export const measureQuery = (number: number, year: number | undefined) =>
  queryOptions({ queryKey: ['plan', 'measure', number, year], queryFn: ({ signal }) => get<MeasurePage>(withQuery(`/api/plan/measures/${number}`, { year }), signal) })
export const bodyPlanQuery = (id: string, year: number | undefined) =>
  queryOptions({ queryKey: ['plan', 'body', id, year], queryFn: ({ signal }) => get<BodyPlan>(withQuery(`/api/plan/bodies/${id}`, { year }), signal) })
export const recordsQuery = (filter: { readonly part: string; readonly whole: string; readonly year: number; readonly measure: number; readonly body?: string }) =>
  infiniteQueryOptions({
    queryKey: ['plan', 'records', filter],
    queryFn: ({ signal, pageParam }) => get<PlanRecords>(withQuery('/api/plan/records', { ...filter, after: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
/** The counties are asked anew when the page is opened, and no more than once a quarter of an hour. */
export const countiesQuery = queryOptions({ queryKey: ['plan', 'counties'], queryFn: ({ signal }) => get<Counties>('/api/plan/counties', signal), staleTime: 15 * 60_000 })
export const reportsQuery = queryOptions({ queryKey: ['plan', 'reports'], queryFn: ({ signal }) => get<PlanReports>('/api/plan/reports', signal) })
export const endedQuery = queryOptions({ queryKey: ['plan', 'ended'], queryFn: ({ signal }) => get<EndedMeasures>('/api/plan/ended', signal) })
export const unaskedQuery = (year: number) => queryOptions({ queryKey: ['plan', 'unasked', year], queryFn: ({ signal }) => get<UnaskedMeasures>(withQuery('/api/plan/unasked', { year }), signal) })
