import { boundsWords } from '@faheng/law/discretion/range-words.ts'
import type { Penalty } from '@faheng/law/procedures/penalty-decided.ts'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Discretion } from './queries.ts'

type Shown = NonNullable<Discretion['violations'][number]['norm']>

/** The norm in its own words and its branches, numbered as the form numbers them; beside them the limits an officer stated (R17). */
export function Norm({ norm, stated }: { readonly norm: Shown; readonly stated: readonly Penalty[] }) {
  const { t, w, join } = useTexts()
  return (
    <>
      {norm.bases.map(({ reference, text }) => (
        <div key={reference.zh}>
          <h4>{w(reference)}</h4>
          <p className="norm-text">{text}</p>
        </div>
      ))}
      {norm.unregistered ? <p className="notice amber">{t('discretion.unregistered')}</p> : null}
      {norm.branches.length === 0 ? <p className="dim">{t('discretion.noBranch')}</p> : null}
      <ol className="branches">
        {norm.branches.map((branch, i) => (
          <li key={i}>
            {branch.condition || t('items.always')} · <b>{w(branch.range)}</b> {branch.parsed ? null : <Tag tone="amber">{t('items.toConfirm')}</Tag>}
            <small style={{ display: 'block' }}>{[join(branch.kinds.map(w)), branch.text].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ol>
      {stated.map((penalty, i) => (
        <p key={i} className="notice amber">
          {t('discretion.stated', { range: penalty.stated ? w(boundsWords(penalty.stated)) : '', n: (penalty.branch ?? 0) + 1 })}
        </p>
      ))}
    </>
  )
}
