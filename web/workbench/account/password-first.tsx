import { useQueryClient } from '@tanstack/react-query'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { ChangePassword } from './password.tsx'

/** Who came with a password that somebody else set chooses his own before anything else; the server answers nothing else until then. */
export function PasswordFirst({ username }: { readonly username: string }) {
  const { t } = useTexts()
  const queries = useQueryClient()
  useHeading(t('account.passwordFirst'))
  return (
    <>
      <PageTitle title={t('account.passwordFirst')} under={t('account.passwordFirstHint')} />
      <Panel title={t('account.password')}>
        <ChangePassword username={username} onChanged={() => void queries.invalidateQueries({ queryKey: ['me'] })} />
      </Panel>
    </>
  )
}
