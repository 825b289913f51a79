import { Button } from 'antd'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

export interface Shown {
  readonly name?: string
  readonly username: string
  readonly initialPassword?: string
}

/** Initial passwords, once: nobody can read them again, each person changes his at the first sign-in. */
export function Passwords({ shown, onClose }: { readonly shown: readonly Shown[]; readonly onClose: () => void }) {
  const { t } = useTexts()
  if (shown.length === 0) return null
  return (
    <div className="notice jade" role="status" style={{ margin: 12 }}>
      <p>{t('people.onlyOnce')}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('people.person')}</th>
            <th scope="col">{t('people.username')}</th>
            <th scope="col">{t('people.initialPassword')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, username, initialPassword }) => (
            <tr key={username}>
              <td>{name}</td>
              <td className="mono">{username}</td>
              <td className="mono">{initialPassword ?? t('people.shownBefore')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions">
        <Button size="small" onClick={() => void navigator.clipboard?.writeText(shown.map(({ name, username, initialPassword }) => [name, username, initialPassword].join('\t')).join('\n'))}>
          {t('people.copy')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('people.handedOver')}
        </Button>
      </div>
    </div>
  )
}
