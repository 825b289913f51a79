import { Button, Input } from 'antd'
import { useState } from 'react'
import '../matter/matter.css'
import { ask } from '../../shared-ui/client/ask.ts'
import { Unanswered } from '../../shared-ui/client/errors.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

export function ChangePassword({ username, onChanged }: { readonly username: string; readonly onChanged?: () => void }) {
  const { t, w } = useTexts()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [said, setSaid] = useState<{ readonly done: boolean; readonly text: string }>()
  const change = async (): Promise<void> => {
    try {
      await ask('POST', '/api/auth/password', { current, next }, { mayBeSignedOut: true })
      setCurrent('')
      setNext('')
      setSaid({ done: true, text: t('account.changed') })
      onChanged?.()
    } catch (error) {
      setSaid({ done: false, text: error instanceof Unanswered && error.text ? w(error.text) : t('account.wrong') })
    }
  }
  return (
    <form
      className="pad"
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <input className="hidden" type="text" name="username" autoComplete="username" value={username} readOnly tabIndex={-1} aria-hidden="true" />
      <div className="field">
        <label htmlFor="current">{t('account.current')}</label>
        <Input id="current" type="password" autoComplete="current-password" required value={current} onChange={(event) => setCurrent(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="next">{t('account.next')}</label>
        <Input id="next" type="password" autoComplete="new-password" required minLength={8} value={next} onChange={(event) => setNext(event.target.value)} />
      </div>
      {said ? (
        <p className={said.done ? 'notice jade' : 'notice amber'} role={said.done ? 'status' : 'alert'}>
          {said.text}
        </p>
      ) : null}
      <Button htmlType="submit" disabled={current === '' || next.length < 8}>
        {t('account.password')}
      </Button>
    </form>
  )
}
