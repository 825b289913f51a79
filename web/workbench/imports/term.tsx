import { Checkbox, Input } from 'antd'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Imported } from './imports-of.ts'

export interface Term {
  readonly from?: string
  readonly until?: string
  readonly published?: string
  readonly replaces?: 'yes'
}

/** Which days are asked for of what is imported; a list says its own where they are left empty. */
const daysOf: Partial<Record<Imported, readonly ('published' | 'from' | 'until')[]>> = {
  items: ['from'],
  benchmarks: ['published', 'from', 'until'],
  leniency: ['from', 'until'],
}

/** What of the entered days and of the replacing belongs to this kind of file. */
export const termFor = (what: Imported, { replaces, ...days }: Term): Term => ({
  ...Object.fromEntries((daysOf[what] ?? []).flatMap((name) => (days[name] ? [[name, days[name]]] : []))),
  ...(replaces && (what === 'benchmarks' || what === 'leniency') ? { replaces } : {}),
})

/** Published, first and last day of what is imported, and whether it takes the place of the editions before. */
export function TermFields({ what, term, onTerm }: { readonly what: Imported; readonly term: Term; readonly onTerm: (term: Term) => void }) {
  const { t } = useTexts()
  const days = daysOf[what] ?? []
  if (days.length === 0) return null
  return (
    <>
      <div className="filters">
        {days.map((name) => (
          <div key={name}>
            <label htmlFor={`import-${name}`}>{t(`imports.${name}`)}</label>
            <Input id={`import-${name}`} type="date" value={term[name] ?? ''} onChange={(event) => onTerm({ ...term, [name]: event.target.value })} />
          </div>
        ))}
      </div>
      <small>{t(what === 'leniency' ? 'imports.termOfList' : 'imports.term')}</small>
      {what === 'items' ? null : (
        <div className="field" style={{ marginTop: 8 }}>
          <Checkbox checked={term.replaces === 'yes'} onChange={({ target }) => onTerm(target.checked ? { ...term, replaces: 'yes' } : termWithout(term))}>
            {t(what === 'leniency' ? 'imports.replacesLists' : 'imports.replaces')}
          </Checkbox>
        </div>
      )}
    </>
  )
}

const termWithout = ({ replaces: _replaces, ...days }: Term): Term => days
