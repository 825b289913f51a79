import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Import } from '../answers.ts'

/** How far an import has come, what it counted, and the rows it could not read. */
export function ImportResult({ result }: { readonly result: Import }) {
  const { t, w } = useTexts()
  const { counts } = result
  const named = result.refusals.some((each) => each.field !== undefined)
  return (
    <>
      <Panel title={t(result.failed ? 'imports.failed' : result.finished ? 'imports.finished' : 'imports.progress')} aside={<span className="dim">{result.fileName}</span>}>
        <div className="pad">
          <progress aria-label={t('imports.progress')} value={result.done} max={Math.max(1, result.total)} style={{ width: '100%', accentColor: 'var(--indigo)' }} />
          <p role="status">{t('imports.rows', { done: result.done, total: result.total })}</p>
          {counts ? (
            <dl className="facts">
              {(['accepted', 'refused', 'parsed', 'toBeConfirmed', 'added', 'superseded', 'unchanged', 'ended'] as const).filter((name) => counts[name] !== undefined).map((name) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>{t(`imports.${name}`)}</dt>
                  <dd>{counts[name]}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </div>
      </Panel>
      {result.refusals.length > 0 ? (
        <Panel
          title={t('imports.refusals')}
          aside={
            <a href={`/api/import/${result.id}/refusals.csv`} download>
              {t('imports.download')}
            </a>
          }
        >
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{t('imports.row')}</th>
                {named ? <th scope="col">{t('imports.column')}</th> : null}
                <th scope="col">{t('imports.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {result.refusals.map((each) => (
                <tr key={`${each.row}${each.reason.zh}`}>
                  <td>{each.row}</td>
                  {named ? <td>{each.field}</td> : null}
                  <td>{w(each.reason)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      ) : null}
    </>
  )
}
