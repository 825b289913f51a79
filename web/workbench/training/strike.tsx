import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { useSend } from './queries.ts'

/** A wrong line is struck with its reason, and stays to be read. */
export function Strike({ entry, close }: { readonly entry: string; readonly close: () => void }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const { send, sending, error } = useSend('corrections', close)
  return (
    <div style={{ marginTop: 6 }}>
      <label htmlFor="strike-reason">{t('training.reason')}</label>
      <Input id="strike-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="actions" style={{ marginTop: 6 }}>
        <Button size="small" type="primary" loading={sending} disabled={reason.trim() === ''} onClick={() => void send({ strike: { entry, reason } })}>
          {t('training.strike')}
        </Button>
        <Button size="small" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}
