import { measureTask } from '@faheng/law/procedures/measure-task.ts'
import type { Words } from '@faheng/law/words.ts'
import { Link } from '@tanstack/react-router'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { MeasurePage } from '../answers.ts'

/** What was asked of whom, and how far it is; each opens into its story, where proof is sent, accepted or returned. */
export function Tasks({ rows, measures }: { readonly rows: MeasurePage['tasks']; readonly measures?: ReadonlyMap<number, Words> }) {
  const { t, w } = useTexts()
  return (
    <table className="rows stack">
      <thead>
        <tr>
          <th scope="col">{t(measures ? 'plan.measure' : 'common.body')}</th>
          <th scope="col">{t('plan.due')}</th>
          <th scope="col">{t('plan.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.matter}>
            <td>
              <Link to="/matters/$id" params={{ id: row.matter }}>
                {measures ? `${row.measure}　${w(measures.get(row.measure) ?? { zh: '', en: '' })}` : row.bodyName}
              </Link>
            </td>
            <td>{row.due}</td>
            <td>
              <Tag tone={row.stage === 'accepted' ? 'jade' : row.overdue ? 'seal' : row.stage === 'submitted' ? 'indigo' : 'plain'}>{w(measureTask.stages[row.stage] ?? { zh: row.stage, en: row.stage })}</Tag>{' '}
              {row.overdue && row.stage !== 'accepted' ? <Tag tone="seal">{t('plan.overdue')}</Tag> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
