import type { SecondFactorAnswer } from '@faheng/api/identity.ts'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { Static } from 'typebox'
import { ask } from '../../shared-ui/client/ask.ts'
import { Unanswered } from '../../shared-ui/client/errors.ts'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** Turns one-time codes on (password, scan, confirm) or off (password). */
export function SecondFactor({ on, onChanged }: { readonly on: boolean; readonly onChanged: () => void }) {
  const { t, w } = useTexts()
  const [password, setPassword] = useState('')
  const [setup, setSetup] = useState<Static<typeof SecondFactorAnswer>>()
  const [picture, setPicture] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState('')
  useEffect(() => {
    if (setup) void import('qrcode').then(({ default: qr }) => qr.toDataURL(setup.uri, { margin: 1, width: 200 })).then(setPicture)
  }, [setup])
  const attempt = (work: () => Promise<void>) => (): void => {
    setProblem('')
    work().catch((error: unknown) => setProblem(error instanceof Unanswered && error.text ? w(error.text) : t('account.wrong')))
  }
  const post = <A,>(what: string, body: object): Promise<A> => ask<A>('POST', `/api/auth/second-factor/${what}`, body, { mayBeSignedOut: true })
  const enable = attempt(async () => setSetup(await post<Static<typeof SecondFactorAnswer>>('enable', { password })))
  const disable = attempt(async () => {
    await post('disable', { password })
    setPassword('')
    onChanged()
  })
  const confirm = attempt(async () => {
    await post('verify', { code: code.trim() })
    setSetup(undefined)
    setPassword('')
    onChanged()
  })
  return (
    <div className="pad">
      <p>
        <Tag tone={on ? 'jade' : 'plain'}>{t(on ? 'account.secondOn' : 'account.secondOff')}</Tag>
      </p>
      {setup ? (
        <>
          <p>{t('account.scan')}</p>
          {picture ? <img src={picture} width={200} height={200} alt={setup.uri} /> : null}
          <p className="mono">{setup.recoveryCodes.join(' ')}</p>
          <div className="field">
            <label htmlFor="second-code">{t('signIn.code')}</label>
            <Input id="second-code" inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} style={{ maxWidth: 240 }} />
          </div>
          <Button type="primary" onClick={confirm} disabled={code.trim().length < 6}>
            {t('account.confirm')}
          </Button>
        </>
      ) : (
        <>
          <div className="field">
            <label htmlFor="second-password">{t('account.current')}</label>
            <Input id="second-password" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} style={{ maxWidth: 320 }} />
          </div>
          <Button onClick={on ? disable : enable} disabled={password === ''}>
            {t(on ? 'account.disable' : 'account.enable')}
          </Button>
        </>
      )}
      {problem ? (
        <p className="notice amber" role="alert" style={{ marginTop: 12 }}>
          {problem}
        </p>
      ) : null}
    </div>
  )
}
