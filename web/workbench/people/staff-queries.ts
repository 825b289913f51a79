import type { CardAnswer, CertificateDeskAnswer, PersonAnswer, StaffAnswer } from '@faheng/api/staff.ts'
import { queryOptions } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { get, withQuery } from '../../shared-ui/client/ask.ts'

export type Staff = Static<typeof StaffAnswer>
export type Person = Static<typeof PersonAnswer>
export type CertificateDesk = Static<typeof CertificateDeskAnswer>

export const staffQuery = (filter: { readonly body?: string | undefined; readonly q?: string | undefined; readonly after?: string | undefined }) =>
  queryOptions({ queryKey: ['staff', filter], queryFn: ({ signal }) => get<Staff>(withQuery('/api/staff', filter), signal) })
export const personQuery = (id: string) => queryOptions({ queryKey: ['person', id], queryFn: ({ signal }) => get<Person>(`/api/people/${id}`, signal) })
export const cardQuery = (id: string) => queryOptions({ queryKey: ['card', id], queryFn: ({ signal }) => get<Static<typeof CardAnswer>>(`/api/people/${id}/card`, signal) })
export const certificateDeskQuery = queryOptions({ queryKey: ['certificate-desk'], queryFn: ({ signal }) => get<CertificateDesk>('/api/certificate-desk', signal) })
