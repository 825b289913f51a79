import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { begun, isRecord, type SchemaNode } from './schema.ts'

export interface Draft {
  /** The act's id, kept until it succeeds: sent twice, it is recorded once (D14). */
  readonly id: string
  readonly payload: Record<string, unknown>
  readonly occurredAt: string | undefined
  readonly source: 'stated' | 'device' | 'paper'
  readonly lateReason: string
  readonly names: Readonly<Record<string, string>>
  readonly saved: string | undefined
}

interface Kept {
  readonly draft: Draft
  readonly restored: boolean
  readonly change: (change: Partial<Draft>) => void
  readonly learnName: (id: string, name: string) => void
  /** After success or by wish: forgets what was kept and begins anew. */
  readonly clear: () => void
}

/**
 * What is being written, per person, matter and act: kept on this machine with every change, and on the server with every pause
 * in writing, so that it can be gone on with elsewhere (R3). Without a connection this machine's copy is enough.
 */
export function useDraft(person: string, at: string, schema: SchemaNode, prefill: unknown, now: () => number): Kept {
  const place = `faheng:draft:${person}:${at}`
  const [kept] = useState(() => read(place))
  const fresh = (): Draft => {
    const payload = begun(schema, prefill)
    return { id: newId(), payload: isRecord(payload) ? payload : {}, occurredAt: undefined, source: 'stated', lateReason: '', names: {}, saved: undefined }
  }
  const [draft, setDraft] = useState<Draft>(() => (kept ? withCurrentProposal(kept, prefill) : fresh()))
  const [restored, setRestored] = useState(kept !== undefined)
  const [touched, setTouched] = useState(false)
  const cleared = useRef(false)
  const written = useRef(kept?.saved ?? '')
  const sending = useRef<AbortController>(undefined)
  // Asked once when the form opens, with the prefill it opened with.
  const opened = useRef(prefill)

  useEffect(() => {
    const leaving = new AbortController()
    const take = ({ draft: there }: { readonly draft: unknown }): void => {
      // The newer of both is gone on with; what was typed here meanwhile is newer still.
      if (!isDraft(there) || (there.saved ?? '') <= written.current) return
      written.current = there.saved ?? ''
      setDraft(withCurrentProposal(there, opened.current))
      setRestored(true)
    }
    ask<{ draft: unknown }>('GET', pathOf(at), undefined, { signal: leaving.signal, mayBeSignedOut: true }).then(take, () => undefined)
    return () => leaving.abort()
  }, [at])

  useEffect(() => {
    if (!touched) return
    const timer = setTimeout(() => {
      if (cleared.current) return
      sending.current = new AbortController()
      ask('PUT', pathOf(at), draft, { signal: sending.current.signal, mayBeSignedOut: true }).catch(() => undefined)
    }, 1500)
    return () => clearTimeout(timer)
  }, [at, draft, touched])

  const learnName = useCallback((id: string, name: string) => setDraft((before) => ({ ...before, names: { ...before.names, [id]: name } })), [])

  useEffect(() => {
    if (!touched) return
    const keep = (): void => {
      if (!cleared.current) write(place, draft)
    }
    const timer = setTimeout(keep, 150)
    // The page may be left between a keystroke and its saving; nothing unmounts then.
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [place, draft, touched])

  return {
    draft,
    restored,
    change: (change) => {
      cleared.current = false
      setTouched(true)
      written.current = new Date(now()).toISOString()
      setDraft((before) => ({ ...before, ...change, saved: written.current }))
    },
    learnName,
    clear: () => {
      cleared.current = true
      setTouched(false)
      setRestored(false)
      remove(place)
      sending.current?.abort()
      ask('DELETE', pathOf(at), undefined, { mayBeSignedOut: true }).catch(() => undefined)
      setDraft(fresh())
    },
  }
}

/** The reader is shown the proposal that stands now, so that is the one he answers. */
function withCurrentProposal(draft: Draft, prefill: unknown): Draft {
  const proposal = isRecord(prefill) ? prefill['proposal'] : undefined
  return proposal === undefined ? draft : { ...draft, payload: { ...draft.payload, proposal } }
}

const isDraft = (kept: unknown): kept is Draft => isRecord(kept) && typeof kept['id'] === 'string' && isRecord(kept['payload'])

const pathOf = (at: string): string => `/api/drafts/${encodeURIComponent(at)}`

const read = (place: string): Draft | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return isDraft(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

const write = (place: string, draft: Draft): void => {
  try {
    localStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Full or forbidden storage: the form itself still holds everything.
  }
}

const remove = (place: string): void => {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept.
  }
}
