import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { sendFile } from '../act/fields/send-file.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { PeoplePage } from '../answers.ts'
import { instantWithin } from './instant-within.ts'
import { type Sheet, useSend } from './queries.ts'

/** 纸质签到: who stood on the paper list, entered later, with the reason. */
export function PaperList({ sheet: { session } }: { readonly sheet: Sheet }) {
  const { t } = useTexts()
  const [q, setQ] = useState('')
  const [people, setPeople] = useState<readonly { value: string; label: string }[]>([])
  const [from, setFrom] = useState(moment(session.starts).slice(11))
  const [until, setUntil] = useState(moment(session.ends).slice(11))
  const [reason, setReason] = useState('')
  const [scan, setScan] = useState<File>()
  const [failed, setFailed] = useState<unknown>()
  const found = useQuery({ queryKey: ['people-named', q], queryFn: ({ signal }) => get<PeoplePage>(withQuery('/api/people', { q, limit: 50 }), signal), placeholderData: keepPreviousData }).data?.rows ?? []
  const { send, sending, error } = useSend('list', () => {
    setPeople([])
    setReason('')
    setScan(undefined)
  })
  const instant = (time: string) => instantWithin(session, time)
  const timed = from !== '' && until !== '' && instant(from) < instant(until)
  const enter = async (): Promise<void> => {
    setFailed(undefined)
    try {
      const file = scan ? await sendFile(`${scan.name} ${scan.size} ${scan.lastModified}`, scan, () => undefined) : undefined
      await send({ session: session.id, reason, ...(file ? { file } : {}), people: people.map(({ value }) => ({ person: value, from: instant(from), until: instant(until) })) })
    } catch (problem) {
      setFailed(problem)
    }
  }
  return (
    <Panel title={t('training.paperList')}>
      <div className="pad">
        <div className="filters">
          <div className="wide">
            <label htmlFor="list-people">{t('training.listed')}</label>
            <Select id="list-people" mode="multiple" labelInValue value={[...people]} onChange={(next) => setPeople(next)} options={found.map(({ id, name }) => ({ value: id, label: name }))} showSearch={{ onSearch: setQ, filterOption: false }} style={{ width: '100%' }} />
          </div>
          <div>
            <label htmlFor="list-from">{t('training.from')}</label>
            <Input id="list-from" type="time" value={from} onChange={(event) => setFrom(event.target.value)} />
          </div>
          <div>
            <label htmlFor="list-until">{t('training.until')}</label>
            <Input id="list-until" type="time" value={until} onChange={(event) => setUntil(event.target.value)} />
          </div>
          <div className="wide">
            <label htmlFor="list-reason">{t('training.lateReason')}</label>
            <Input id="list-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
          </div>
          <div className="wide">
            <label htmlFor="list-scan">{t('training.scanOfList')}</label>
            <input id="list-scan" type="file" accept="image/*,application/pdf" onChange={(event) => setScan(event.target.files?.[0])} />
          </div>
          <Button type="primary" loading={sending} disabled={people.length === 0 || reason.trim() === '' || !timed} onClick={() => void enter()}>
            {t('training.enterList')}
          </Button>
        </div>
        <SubmitProblem error={failed ?? error} />
      </div>
    </Panel>
  )
}
