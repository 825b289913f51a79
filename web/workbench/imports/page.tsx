import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
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
import { holds, useMe } from '../me.ts'
import { bodiesQuery } from '../people/queries.ts'
import { type Imported, importsOf } from './imports-of.ts'
import { workbookType } from './workbook-type.ts'
import { ImportResult } from './result.tsx'
import { type Term, TermFields, termFor } from './term.tsx'

/** Reads a body's catalogue, its discretion benchmark, the numbers paper took, its old and running cases, or the county's officers, from a CSV file; the work goes on without this page. */
export function ImportsPage() {
  const { t } = useTexts()
  useHeading(t('imports.title'))
  const me = useMe()
  const may = importsOf(me)
  const [chosen, setChosen] = useState<Imported>()
  const what = chosen ?? may[0] ?? 'items'
  const bodies = useQuery(bodiesQuery)
  const own = new Set(me.posts.map((post) => post.body))
  const everywhere = what !== 'cases' && holds(me, 'supervisor', 'system-administrator')
  const choices = (bodies.data?.rows ?? []).filter(({ id }) => everywhere || own.has(id))
  const [picked, setBody] = useState<string>()
  const body = picked ?? (choices.length === 1 ? choices[0]?.id : undefined)
  const [maker, setMaker] = useState('')
  const [term, setTerm] = useState<Term>({})
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

  const ready = file !== undefined && (body !== undefined || what === 'people')

  const start = async (): Promise<void> => {
    if (!ready) return
    setError(undefined)
    setSending(true)
    try {
      await send('POST', withQuery(`/api/import/${what}`, { id: id.current, ...(what === 'people' ? {} : { body }), name: file.name, ...termFor(what, term), ...(what === 'benchmarks' && maker.trim() ? { maker: maker.trim() } : {}) }), new Blob([await file.arrayBuffer()], { type: what === 'people' && /\.xlsx$/i.test(file.name) ? workbookType : 'text/csv' }))
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
      <Panel title={t(`imports.${what}`)}>
        <div className="pad">
          {may.length > 1 ? (
            <div className="field">
              <Radio.Group aria-label={t('imports.what')} value={what} onChange={(event) => setChosen(event.target.value as Imported)} optionType="button" options={may.map((each) => ({ value: each, label: t(`imports.${each}`) }))} style={{ display: 'flex', flexWrap: 'wrap' }} />
            </div>
          ) : null}
          {what === 'benchmarks' ? <p className="dim">{t('imports.benchmarksHint')}</p> : null}
          {what === 'leniency' ? <p className="dim">{t('imports.leniencyHint')}</p> : null}
          {what === 'numbers' ? (
            <p className="dim">
              {t('imports.numbersHint')}{' '}
              <a href="/api/import/numbers/template.csv" download>
                {t('imports.template')}
              </a>
            </p>
          ) : null}
          {what === 'cases' ? (
            <p className="dim">
              {t('imports.casesHint')}{' '}
              <a href="/api/import/cases/template.csv" download>
                {t('imports.template')}
              </a>
            </p>
          ) : null}
          {what === 'people' ? (
            <p className="dim">
              {t('imports.peopleHint')}{' '}
              <a href="/api/import/people/template.csv" download>
                {t('imports.template')}
              </a>
            </p>
          ) : (
          <div className="field" style={{ maxWidth: 420 }}>
            <label htmlFor="import-body">{t('imports.body')}</label>
            <Select id="import-body" value={body ?? null} onChange={(next: string) => setBody(next)} options={choices.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: '100%' }} />
          </div>
          )}
          {what === 'benchmarks' ? (
            <div className="field" style={{ maxWidth: 420 }}>
              <label htmlFor="import-maker">{t('imports.maker')}</label>
              <Input id="import-maker" value={maker} onChange={(event) => setMaker(event.target.value)} maxLength={200} />
            </div>
          ) : null}
          <TermFields what={what} term={term} onTerm={setTerm} />
          <div className="field">
            <label htmlFor="import-file">{t(what === 'leniency' ? 'imports.listFile' : 'imports.file')}</label>
            <input id="import-file" type="file" accept={what === 'leniency' ? '.json,application/json' : what === 'people' ? '.csv,.xlsx,text/csv' : '.csv,text/csv'} onChange={(event) => setFile(event.target.files?.[0])} />
          </div>
          <Button type="primary" disabled={!ready} loading={sending} onClick={() => void start()}>
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
