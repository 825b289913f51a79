import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ask } from '../../shared-ui/client/ask.ts'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { meQuery } from '../me.ts'
import { TopBar } from '../top-bar.tsx'
import { SignInForm } from './form.tsx'

/** A demonstration says so and gives its hint; production answers without one. */
interface Ready {
  readonly demonstration?: { readonly hint?: { readonly zh: string; readonly en: string } }
}

export function SignInPage() {
  const { t, w } = useTexts()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { to } = useSearch({ from: '/sign-in' })
  const ready = useQuery({ queryKey: ['ready'], queryFn: () => ask<Ready>('GET', '/health/ready', undefined, { mayBeSignedOut: true }), retry: false })
  useHeading(t('signIn.title'))
  const hint = ready.data?.demonstration?.hint
  return (
    <>
      <TopBar me={undefined} menuOpen={false} onMenu={() => undefined} />
      <main id="main" style={{ maxWidth: 384, margin: '8vh auto 0', padding: '0 16px' }}>
        <div className="panel" style={{ padding: '28px 24px 24px', borderTop: '3px solid var(--indigo)' }}>
          <h1>{t('signIn.title')}</h1>
          <p className="dim" style={{ marginBottom: 20 }}>
            {t('signIn.subtitle')}
          </p>
          <SignInForm
            onSignedIn={() => {
              queries.removeQueries()
              void queries.fetchQuery(meQuery).then(() => navigate({ href: to ?? '/' }))
            }}
          />
        </div>
        {hint ? (
          <p className="dim" style={{ padding: '12px 4px' }}>
            {w(hint)}
          </p>
        ) : null}
      </main>
    </>
  )
}
