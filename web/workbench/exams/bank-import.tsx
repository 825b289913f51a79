import type { QuestionImportAnswer } from '@faheng/api/exams.ts'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Static } from 'typebox'
import { send, withQuery } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'

type Imported = Static<typeof QuestionImportAnswer>

/** A file of questions into the bank, with what became of every record. */
export function BankImport({ onImported }: { readonly onImported: () => void }) {
  const { t, w } = useTexts()
  const [file, setFile] = useState<File>()
  const [field, setField] = useState('')
  const [asOf, setAsOf] = useState('')
  const [sending, setSending] = useState(false)
  const [result, setResult] = useState<Imported>()
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const start = async (): Promise<void> => {
    if (!file) return
    setSending(true)
    setError(undefined)
    try {
      const answer = await send('POST', withQuery('/api/exams/questions/import', { id: id.current, name: file.name, ...(field.trim() === '' ? {} : { field: field.trim() }), ...(asOf === '' ? {} : { asOf }) }), new Blob([await file.arrayBuffer()], { type: 'application/octet-stream' }))
      setResult((await answer.json()) as Imported)
      id.current = newId()
      onImported()
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }
  return (
    <Panel title={t('exams.import')}>
      <div className="pad">
        <p className="dim">{t('exams.importHint')}</p>
        <div className="field">
          <label htmlFor="bank-file">{t('exams.file')}</label>
          <input id="bank-file" type="file" accept=".txt,.csv,.xlsx,.docx" onChange={(event) => setFile(event.target.files?.[0])} />
        </div>
        <div className="filters">
          <div className="wide">
            <label htmlFor="bank-import-field">{t('exams.importField')}</label>
            <Input id="bank-import-field" maxLength={60} placeholder="公共法律" value={field} onChange={(event) => setField(event.target.value)} />
          </div>
          <div className="wide">
            <label htmlFor="bank-import-as-of">{t('exams.importAsOf')}</label>
            <Input id="bank-import-as-of" type="date" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
          </div>
        </div>
        <Button type="primary" disabled={!file} loading={sending} onClick={() => void start()}>{t('exams.start')}</Button>
        <SubmitProblem error={error} />
        {result ? (
          <>
            <p role="status" style={{ marginTop: 12 }}>
              {t('exams.imported', { ...result, duplicates: result.duplicates.length, refused: result.refused.length })}
            </p>
            <ul>
              {result.duplicates.map(({ line, of }) => (
                <li key={line}>{t('common.labelled', { label: t('exams.line', { n: line }), text: t('exams.sameAs', { n: of }) })}</li>
              ))}
              {result.refused.map(({ line, reason }) => (
                <li key={line}>{t('common.labelled', { label: t('exams.line', { n: line }), text: w(reason) })}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Panel>
  )
}
