import { Link } from '@tanstack/react-router'
import { moment } from '../../shared-ui/format.ts'
import { Tag, type Tone } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { MeasurePage } from '../answers.ts'

const tones: Readonly<Record<string, Tone>> = { 'accept-evidence': 'jade', 'return-evidence': 'amber', 'submit-evidence': 'indigo', 'escalate-task': 'seal', 'withdraw-task': 'plain' }

/** What was asked and sent, with files and records, and whether it was accepted or returned: the newest first. */
export function Evidence({ rows }: { readonly rows: MeasurePage['evidence'] }) {
  const { t, w } = useTexts()
  return (
    <table className="rows stack">
      <thead>
        <tr>
          <th scope="col">{t('plan.when')}</th>
          <th scope="col">{t('common.body')}</th>
          <th scope="col">{t('plan.what')}</th>
          <th scope="col">{t('plan.proof')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{moment(row.at)}</td>
            <td><Link to="/matters/$id" params={{ id: row.matter }}>{row.body}</Link></td>
            <td><Tag tone={tones[row.kind] ?? 'plain'}>{w(row.title)}</Tag> <span className="dim">{row.by === 'system' ? t('plan.bySystem') : row.by}</span></td>
            <td>
              {row.files.map((file) => <a key={file.hash} href={`/api/files/${file.hash}`}>{file.name} </a>)}
              {row.records.map((record) => <Link key={record.id} to="/matters/$id" params={{ id: record.id }}>{record.name} </Link>)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
