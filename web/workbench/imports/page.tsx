import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import '../matter/matter.css'
import { get, send, withQuery } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Import } from '../answers.ts'
import { bodiesQuery } from '../people/queries.ts'
import { ImportResult } from './result.tsx'

/** Reads a body's catalogue from a CSV file; the work goes on without this page. */
export function ImportsPage() {
  const { t } = useTexts()
  useHeading(t('imports.title'))
  const bodies = useQuery(bodiesQuery)
  const [body, setBody] = useState<string>()
  const [file, setFile] = useState<File>()
  const [running, setRunning] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const id = useRef(newId())
  const progress = useQuery({
    queryKey: ['import', running],
    queryFn: ({ signal }) => get<Import>(`/api/import/${running}`, signal),
    enabled: running !== undefined,
    refetchInterval: ({ state }) => (state.data?.finished || state.data?.failed ? false : 500),
  })

  const start = async (): Promise<void> => {
    if (!file || !body) return
    setError(undefined)
    setSending(true)
    try {
      await send('POST', withQuery('/api/import/items', { id: id.current, body, name: file.name }), new Blob([await file.arrayBuffer()], { type: 'text/csv' }))
      setRunning(id.current)
      id.current = newId()
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }

  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={t('imports.title')} under={t('imports.intro')} />
      <Panel title={t('imports.title')}>
        <div className="pad">
          <div className="field" style={{ maxWidth: 420 }}>
            <label htmlFor="import-body">{t('imports.body')}</label>
            <Select id="import-body" value={body ?? null} onChange={(next: string) => setBody(next)} options={(bodies.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} style={{ width: '100%' }} />
          </div>
          <div className="field">
            <label htmlFor="import-file">{t('imports.file')}</label>
            <input id="import-file" type="file" accept=".csv,text/csv" onChange={(event) => setFile(event.target.files?.[0])} />
          </div>
          <Button type="primary" disabled={!file || !body} loading={sending} onClick={() => void start()}>
            {t('imports.start')}
          </Button>
        </div>
      </Panel>
      <SubmitProblem error={error} />
      {progress.error ? <Failed error={progress.error} retry={() => void progress.refetch()} /> : null}
      {progress.data ? <ImportResult result={progress.data} /> : null}
    </div>
  )
}
