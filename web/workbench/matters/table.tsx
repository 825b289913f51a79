import type { MatterRow } from '@faheng/api/matters.ts'
import { Link } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { stageTitle } from '../procedures.ts'

export function MatterTable({ rows }: { readonly rows: readonly Static<typeof MatterRow>[] }) {
  const { t, w, join } = useTexts()
  return (
    <div className="scroll">
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('common.number')}</th>
            <th scope="col">{t('common.party')}</th>
            <th scope="col">{t('common.stage')}</th>
            <th scope="col">{t('common.body')}</th>
            <th scope="col">{t('matters.filed')}</th>
            <th scope="col">{t('common.due')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="number">
                <Link to="/matters/$id" params={{ id: row.id }}>
                  {row.number ?? t('common.unnumbered')}
                </Link>
              </td>
              <td>{join(row.parties) || t('common.unidentified')}</td>
              <td>
                <Tag tone={row.ended ? 'jade' : 'indigo'}>{w(stageTitle(row.procedure, row.stage))}</Tag>
              </td>
              <td>{row.bodyName}</td>
              <td data-label={t('matters.filed')}>{row.filed}</td>
              <td data-label={t('common.due')}>{row.due}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
