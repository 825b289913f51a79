import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'

/** Sends under one id until the server took it, keeps what it said against it, and reads again what the change touched. */
export function useSentOnce<A>(path: string, done: (answer: A) => void, ...touched: readonly string[]) {
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const id = useRef(newId())
  const send = async (content: object): Promise<void> => {
    setError(undefined)
    setBusy(true)
    try {
      const answer = await post<A>(path, { id: id.current, ...content })
      id.current = newId()
      done(answer)
      await Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] })))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { error, busy, send }
}
