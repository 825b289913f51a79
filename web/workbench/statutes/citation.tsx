import type { Citation } from '@faheng/law/citation.ts'
import type { Words } from '@faheng/law/words.ts'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { anchor } from './anchor.ts'

/** A citation that leads to its article as it stood on a day; where it leads nowhere, why. */
export function CitationLink({ citation, reference, on, why = null }: { readonly citation: Citation; readonly reference: Words; readonly on?: string | undefined; readonly why?: Words | null }) {
  const { w } = useTexts()
  if (why)
    return (
      <>
        {w(reference)} <small className="dim">{w(why)}</small>
      </>
    )
  return (
    <Link to="/statutes/$statute" params={{ statute: citation.statute }} search={on ? { on } : {}} hash={anchor({ number: citation.article, sub: citation.sub ?? 0 })}>
      {w(reference)}
    </Link>
  )
}
