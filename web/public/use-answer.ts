import { useEffect, useState } from 'react'

export type Found<T> = { readonly state: 'idle' | 'loading' | 'missing' | 'failed' } | { readonly state: 'found'; readonly answer: T }

/** One answer of the public interface; `missing` is an address that names nothing. No address: nothing is asked. */
export function useAnswer<T>(address: string | undefined): Found<T> {
  const [found, setFound] = useState<Found<T>>({ state: address === undefined ? 'idle' : 'loading' })
  useEffect(() => {
    if (address === undefined) return
    const stop = new AbortController()
    fetch(address, { signal: stop.signal, headers: { accept: 'application/json' } })
      .then(async (answer) => {
        if (answer.ok) return setFound({ state: 'found', answer: (await answer.json()) as T })
        // What is not read would keep its connection.
        await answer.text()
        setFound({ state: answer.status === 404 || answer.status === 400 ? 'missing' : 'failed' })
      })
      .catch(() => {
        if (!stop.signal.aborted) setFound({ state: 'failed' })
      })
    return () => stop.abort()
  }, [address])
  return found
}
