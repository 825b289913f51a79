import type { DeskAnswer } from '@faheng/api/matters.ts'
import { Link } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** Cases that stand still until somebody with a valid certificate is named in the place of who lost his (处罚法 42). */
export function ThinTeams({ rows }: { readonly rows: Static<typeof DeskAnswer>['thin'] }) {
  const { t, w, join } = useTexts()
  return (
    <Panel title={t('desk.thin')} aside={<span className="dim">{t('desk.thinWhy')}</span>}>
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('desk.matter')}</th>
            <th scope="col">{t('common.party')}</th>
            <th scope="col">{t('desk.lacking')}</th>
            <th scope="col">{t('desk.next')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ matter, lacking }) => (
            <tr key={matter.id}>
              <td className="number">
                <Link to="/matters/$id" params={{ id: matter.id }}>
                  {matter.number ?? t('common.unnumbered')}
                </Link>
              </td>
              <td>{join(matter.parties) || t('common.unidentified')}</td>
              <td>
                {lacking.map((each) => (
                  <div key={each.id}>
                    <Tag tone="seal">{each.name}</Tag> <small>{w(each.lack)}</small>
                  </div>
                ))}
              </td>
              <td>
                <Link to="/matters/$id" params={{ id: matter.id }} search={{ act: 'replace-officers' }}>
                  <b>{t('desk.replace')}</b>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
