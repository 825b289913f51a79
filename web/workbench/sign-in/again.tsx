import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useSyncExternalStore } from 'react'
import { isWaiting, onWaiting, resume } from '../../shared-ui/client/session.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { type Me, meQuery } from '../me.ts'
import { SignInForm } from './form.tsx'

/** The session ended in the middle of a page: sign in over it, and what was asked goes on. */
export function SignInAgain() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const open = useSyncExternalStore(onWaiting, isWaiting)
  const before = queries.getQueryData<Me>(meQuery.queryKey)
  const goOn = async (): Promise<void> => {
    const now = await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    // Another person at the same machine must not finish the first one's work: start afresh, drafts are kept per person.
    if (before && now.person !== before.person) window.location.assign('/')
    else resume()
  }
  return (
    <Modal open={open} title={t('signIn.again')} footer={null} closable={false} mask={{ closable: false }} keyboard={false} width={400} destroyOnHidden zIndex={1400}>
      <p className="dim">{t('signIn.againHint')}</p>
      <SignInForm onSignedIn={() => void goOn()} username={before?.username ?? ''} />
    </Modal>
  )
}
