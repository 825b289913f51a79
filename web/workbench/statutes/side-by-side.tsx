import { difference } from '@faheng/law/statutes/difference.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import './statutes.css'

interface Sides {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** One article before and after, what was taken out and put in marked in each; beneath each other on a phone. */
export function SideBySide({ label, before, after }: Sides) {
  const { t } = useTexts()
  const runs = before !== null && after !== null ? difference(before, after) : undefined
  const side = (text: string | null, mark: 'gone' | 'new') =>
    text === null ? <span className="dim">{t('statutes.absent')}</span>
    : runs === undefined ? text
    : runs.filter(({ kind }) => kind === 'same' || kind === mark).map((run, i) => (run.kind === 'same' ? run.text : mark === 'gone' ? <del key={i}>{run.text}</del> : <ins key={i}>{run.text}</ins>))
  return (
    <article className="blk">
      <h3>{label}</h3>
      <div className="sides">
        <div>
          <small>{t('statutes.before')}</small>
          <p className="norm">{side(before, 'gone')}</p>
        </div>
        <div>
          <small>{t('statutes.after')}</small>
          <p className="norm">{side(after, 'new')}</p>
        </div>
      </div>
    </article>
  )
}
