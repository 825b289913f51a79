import type { SignInAnswer } from '@faheng/api/identity.ts'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Static } from 'typebox'
import { ask } from '../../shared-ui/client/ask.ts'
import { Unanswered } from '../../shared-ui/client/errors.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** Name and password, then a one-time code where the account asks for one. Used by the page and by the dialog over a form. */
export function SignInForm({ onSignedIn, username: known = '' }: { readonly onSignedIn: () => void; readonly username?: string }) {
  const { t, w } = useTexts()
  const [username, setUsername] = useState(known)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const submit = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      if (code === undefined) {
        const answer = await ask<Static<typeof SignInAnswer>>('POST', '/api/auth/sign-in/username', { username: username.trim(), password }, { mayBeSignedOut: true })
        if (answer.secondFactor) return setCode('')
      } else await ask('POST', '/api/auth/second-factor/verify', { code: code.trim() }, { mayBeSignedOut: true })
      onSignedIn()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  const problemOf = (error: unknown): string => {
    if (!(error instanceof Unanswered)) return t('signIn.failed')
    if (error.text) return w(error.text)
    if (error.code === 'locked' || error.status === 429) return t('signIn.locked')
    if (error.status === 401 || error.status === 400) return t(code === undefined ? 'signIn.wrong' : 'signIn.codeWrong')
    return t('signIn.failed')
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit()
      }}
    >
      {code === undefined ? (
        <>
          <Labelled id="username" label={t('signIn.username')}>
            <Input id="username" name="username" autoComplete="username" autoFocus={known === ''} required size="large" value={username} onChange={(event) => setUsername(event.target.value)} />
          </Labelled>
          <Labelled id="password" label={t('signIn.password')}>
            <Input id="password" name="password" type="password" autoComplete="current-password" autoFocus={known !== ''} required size="large" value={password} onChange={(event) => setPassword(event.target.value)} />
          </Labelled>
        </>
      ) : (
        <Labelled id="code" label={t('signIn.code')}>
          <p className="dim">{t('signIn.codeHint')}</p>
          <Input id="code" name="code" inputMode="numeric" autoComplete="one-time-code" autoFocus required size="large" value={code} onChange={(event) => setCode(event.target.value)} />
        </Labelled>
      )}
      {problem ? (
        <p className="notice seal" role="alert">
          {problem}
        </p>
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}

const Labelled = ({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) => (
  <div style={{ marginBottom: 16 }}>
    <label htmlFor={id} style={{ display: 'block', marginBottom: 4 }}>
      {label}
    </label>
    {children}
  </div>
)
