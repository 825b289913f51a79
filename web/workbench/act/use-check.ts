import type { ActRequest, CheckAnswer } from '@faheng/api/matters.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Static } from 'typebox'
import { send } from '../../shared-ui/client/ask.ts'

export type Sent = Static<typeof ActRequest>
type Checked = Static<typeof CheckAnswer>

/** What the server would say to this act as it stands, asked when the typing rests. */
export function useCheck(matter: string | undefined, act: Sent, complete: boolean): Checked | undefined {
  const settled = useRested(act, 700)
  const asked = matter !== undefined && complete
  const { data } = useQuery({
    queryKey: ['check', matter, settled.kind, JSON.stringify(settled)],
    queryFn: async ({ signal }) => (await (await send('POST', `/api/matters/${matter}/check`, settled, { signal })).json()) as Checked,
    enabled: asked,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  })
  return asked ? data : undefined
}

/** A JSON value, once it has not changed for so many milliseconds. */
export function useRested<T>(value: T, wait: number): T {
  const text = JSON.stringify(value ?? null)
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), wait)
    return () => clearTimeout(timer)
  }, [text, wait])
  return useMemo(() => JSON.parse(rested) as T, [rested])
}
