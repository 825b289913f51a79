import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import '../matter/matter.css'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { StatutesIn } from '../answers.ts'
import { type Batch, batchesOf } from './batches.ts'

/** Texts of statutes from the reader's own files, sent a few megabytes at a time. */
export function ImportStatutesPage() {
  const { t, w } = useTexts()
  const client = useQueryClient()
  useHeading(t('statutes.import'))
  const [files, setFiles] = useState<readonly File[]>([])
  const [done, setDone] = useState<number>()
  const [results, setResults] = useState<readonly StatutesIn[]>([])
  const [error, setError] = useState<unknown>()
  /** What is not yet through keeps its ids: after a failure the same requests go again. */
  const left = useRef<{ id: string; batch: Batch }[]>([])
  const running = done !== undefined && done < files.length && error === undefined

  const start = async (): Promise<void> => {
    setError(undefined)
    try {
      if (left.current.length === 0) {
        left.current = (await batchesOf(files)).map((batch) => ({ id: newId(), batch }))
        setResults([])
      }
      setDone(files.length - left.current.reduce((n, { batch }) => n + batch.files.length, 0))
      for (let next = left.current[0]; next !== undefined; next = left.current[0]) {
        const result = await post<StatutesIn>('/api/import/statutes', { id: next.id, ...next.batch })
        left.current = left.current.slice(1)
        setResults((before) => [...before, result])
        setDone(files.length - left.current.reduce((n, { batch }) => n + batch.files.length, 0))
      }
      await client.invalidateQueries({ queryKey: ['statutes'] })
    } catch (problem) {
      setError(problem)
    }
  }

  const choose = (list: FileList | null) => {
    left.current = []
    setDone(undefined)
    setResults([])
    setFiles([...(list ?? [])].filter(({ name }) => /\.(?:txt|md|json)$/i.test(name)))
  }
  const sum = (of: (result: StatutesIn) => number) => results.reduce((n, result) => n + of(result), 0)
  return (
    <div style={{ maxWidth: 900 }}>
      <PageTitle title={t('statutes.import')} under={t('statutes.importIntro')}>
        <Link className="button" to="/statutes">
          {t('statutes.title')}
        </Link>
      </PageTitle>
      <div className="panel pad">
        <div className="field">
          <label htmlFor="statute-files">{t('statutes.files')}</label>
          <input id="statute-files" type="file" multiple accept=".txt,.md,.json" onChange={(event) => choose(event.target.files)} />
        </div>
        <div className="field">
          <label htmlFor="statute-folder">{t('statutes.folder')}</label>
          <input id="statute-folder" type="file" multiple {...{ webkitdirectory: '' }} onChange={(event) => choose(event.target.files)} />
        </div>
        <Button type="primary" disabled={files.length === 0} loading={running} onClick={() => void start()}>
          {t('statutes.start')}
        </Button>
        <p role="status">{done === undefined ? '' : t('statutes.sent', { done, of: files.length })}</p>
        {results.length > 0 ? (
          <p>
            {t('statutes.result', {
              added: sum(({ counts }) => counts.added), unchanged: sum(({ counts }) => counts.unchanged), refused: sum(({ counts }) => counts.refused), flagged: sum(({ counts }) => counts.flagged),
              items: sum(({ impact }) => impact.tasks.item), benchmarks: sum(({ impact }) => impact.tasks.benchmark), matters: sum(({ impact }) => impact.tasks.matter),
              rules: sum(({ impact }) => impact.tasks.leniency), grants: sum(({ impact }) => impact.tasks.grant),
            })}
          </p>
        ) : null}
      </div>
      <SubmitProblem error={error} />
      {sum(({ refused }) => refused.length) > 0 ? (
        <Panel title={t('statutes.refused')}>
          {results.flatMap(({ refused }) => refused).map(({ source, reason }) => (
            <div className="blk" key={source}>
              {t('common.labelled', { label: source, text: w(reason) })}
            </div>
          ))}
        </Panel>
      ) : null}
      {sum(({ flaws }) => flaws.length) > 0 ? (
        <Panel title={t('statutes.toCheck')}>
          {results.flatMap(({ flaws }) => flaws).map(({ statute, version, flaw }, i) => (
            <div className="blk" key={i}>
              {t('common.labelled', { label: `${statute} ${version}`, text: w(flaw.words) })}
            </div>
          ))}
        </Panel>
      ) : null}
    </div>
  )
}
