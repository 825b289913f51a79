import { useCallback, useEffect, useRef, useState } from 'react'
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

/** What is being written, kept on this machine with every change, per person, matter and act. */
export function useDraft(place: string, schema: SchemaNode, prefill: unknown, now: () => number): Kept {
  const [kept] = useState(() => read(place))
  const fresh = (): Draft => {
    const payload = begun(schema, prefill)
    return { id: newId(), payload: isRecord(payload) ? payload : {}, occurredAt: undefined, source: 'stated', lateReason: '', names: {}, saved: undefined }
  }
  const [draft, setDraft] = useState<Draft>(() => (kept ? withCurrentProposal(kept, prefill) : fresh()))
  const [restored, setRestored] = useState(kept !== undefined)
  const [touched, setTouched] = useState(false)
  const cleared = useRef(false)

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
      setDraft((before) => ({ ...before, ...change, saved: new Date(now()).toISOString() }))
    },
    learnName,
    clear: () => {
      cleared.current = true
      setTouched(false)
      setRestored(false)
      remove(place)
      setDraft(fresh())
    },
  }
}

/** The reader is shown the proposal that stands now, so that is the one he answers. */
function withCurrentProposal(draft: Draft, prefill: unknown): Draft {
  const proposal = isRecord(prefill) ? prefill['proposal'] : undefined
  return proposal === undefined ? draft : { ...draft, payload: { ...draft.payload, proposal } }
}

const read = (place: string): Draft | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return isRecord(kept) && typeof kept['id'] === 'string' && isRecord(kept['payload']) ? (kept as unknown as Draft) : undefined
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
