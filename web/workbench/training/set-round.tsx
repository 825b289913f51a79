import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { useSend } from './queries.ts'

/** The round that the whole force passes once, over as many years as the county plans (measure 8). */
export function SetRound() {
  const { t } = useTexts()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const { send, sending, error } = useSend('round', () => {
    setFrom('')
    setUntil('')
  })
  return (
    <details className="pad">
      <summary>{t('training.setRound')}</summary>
      <div className="filters">
        <div>
          <label htmlFor="round-from">{t('training.from')}</label>
          <Input id="round-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </div>
        <div>
          <label htmlFor="round-until">{t('training.until')}</label>
          <Input id="round-until" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </div>
        <Button type="primary" loading={sending} disabled={from === '' || until === '' || until < from} onClick={() => void send({ from, until })}>
          {t('common.save')}
        </Button>
      </div>
      <SubmitProblem error={error} />
    </details>
  )
}
