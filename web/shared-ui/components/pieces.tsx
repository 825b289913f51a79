import type { ReactNode } from 'react'

export type Tone = 'amber' | 'seal' | 'jade' | 'indigo' | 'plain'

export const Tag = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => <span className={`tag ${tone}`}>{children}</span>

export function Panel({ title, aside, children, id }: { readonly title: ReactNode; readonly aside?: ReactNode; readonly children: ReactNode; readonly id?: string }) {
  return (
    <section className="panel" id={id}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

export function PageTitle({ title, under, children }: { readonly title: ReactNode; readonly under?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="title">
      <div>
        <h1>{title}</h1>
        {under ? <span className="dim">{under}</span> : null}
      </div>
      {children ? <div className="actions">{children}</div> : null}
    </div>
  )
}

/** How much of a period is left, as a ring; its words stand beside it. */
export function Ring({ share, tone }: { readonly share: number; readonly tone: Tone }) {
  const round = 2 * Math.PI * 17
  const colour = { amber: 'var(--amber)', seal: 'var(--seal)', jade: 'var(--jade)', indigo: 'var(--indigo)', plain: 'var(--line-strong)' }[tone]
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" style={{ flex: 'none' }}>
      <circle cx="20" cy="20" r="17" fill="none" stroke="var(--sunk)" strokeWidth="5" />
      <circle cx="20" cy="20" r="17" fill="none" stroke={colour} strokeWidth="5" strokeDasharray={`${Math.max(0, Math.min(1, share)) * round} ${round}`} transform="rotate(-90 20 20)" />
    </svg>
  )
}
