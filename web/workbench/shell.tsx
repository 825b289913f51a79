import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { isSignedOut } from '../shared-ui/client/errors.ts'
import { Failed, Loading } from '../shared-ui/components/states.tsx'
import { useTexts } from '../shared-ui/texts/use-texts.ts'
import { PasswordFirst } from './account/password-first.tsx'
import { meQuery } from './me.ts'
import { Navigation } from './navigation.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame of every page behind the sign-in. */
export function Shell() {
  const { t } = useTexts()
  const me = useQuery(meQuery)
  const here = useLocation()
  const [opened, setOpened] = useState('')
  // While the sign-in page is being fetched this frame stays, and the address already is the other one.
  if (isSignedOut(me.error) && !me.data) return here.pathname === '/sign-in' ? null : <Navigate to="/sign-in" search={here.href === '/' ? {} : { to: here.href }} />
  const open = opened === here.pathname
  return (
    <>
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <TopBar me={me.data} menuOpen={open} onMenu={() => setOpened(open ? '' : here.pathname)} />
      <div className="shell">
        <nav id="navigation" className={open ? 'nav open' : 'nav'} aria-label={t('common.navigation')}>
          {me.data && !me.data.passwordDue ? <Navigation me={me.data} /> : null}
        </nav>
        <main className="main" id="main" tabIndex={-1}>
          {me.data?.passwordDue ? <PasswordFirst username={me.data.username} /> : me.data ? <Outlet /> : me.error ? <Failed error={me.error} retry={() => void me.refetch()} /> : <Loading />}
        </main>
      </div>
    </>
  )
}
