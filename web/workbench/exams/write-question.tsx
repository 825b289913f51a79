import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { useRef, useState } from 'react'
import { post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { BankQuestion } from './queries.ts'

const kinds = ['single', 'multiple', 'judge', 'case'] as const
const levels = { 1: 'exams.easy', 2: 'exams.medium', 3: 'exams.hard' } as const
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']

interface WriteProps {
  /** The question to correct; it is withdrawn when the new one is saved. */
  readonly corrects?: BankQuestion
  readonly onDone: () => void
}

/** One question for the bank, new or in place of a wrong one. */
export function WriteQuestion({ corrects, onDone }: WriteProps) {
  const { t } = useTexts()
  const queries = useQueryClient()
  const [kind, setKind] = useState<(typeof kinds)[number]>(corrects?.kind ?? 'single')
  const [field, setField] = useState(corrects?.field ?? '公共法律')
  const [difficulty, setDifficulty] = useState<1 | 2 | 3>(corrects?.difficulty ?? 2)
  const [stem, setStem] = useState(corrects?.stem ?? '')
  const [options, setOptions] = useState<readonly string[]>(corrects?.kind === 'single' || corrects?.kind === 'multiple' ? corrects.options.map(({ text }) => text) : ['', '', '', ''])
  const [answer, setAnswer] = useState<readonly string[]>(corrects?.answer ?? [])
  const [guide, setGuide] = useState(corrects?.guide ?? '')
  const [basis, setBasis] = useState(corrects?.references.map(({ zh }) => zh).join('、') ?? '')
  const [reason, setReason] = useState('')
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useRef(newId())
  const asksOptions = kind === 'single' || kind === 'multiple'
  const keys = kind === 'judge' ? ['T', 'F'] : letters.slice(0, options.length)
  const filled = stem.trim().length > 1 && field.trim() !== '' && (!asksOptions || options.every((each) => each.trim() !== '')) && (kind === 'case' ? guide.trim() !== '' : answer.length > 0) && (!corrects || reason.trim() !== '')
  const change = (next: (typeof kinds)[number]): void => {
    setKind(next)
    setAnswer([])
  }
  const toggle = (key: string): void => setAnswer(kind === 'multiple' ? (answer.includes(key) ? answer.filter((each) => each !== key) : [...answer, key]) : [key])
  const save = async (): Promise<void> => {
    setSending(true)
    setError(undefined)
    try {
      await post('/api/exams/questions', {
        id: id.current, kind, field: field.trim(), difficulty, stem: stem.trim(), options: asksOptions ? options : [], answer: kind === 'case' ? '' : [...answer].sort().join(''), guide: guide.trim(),
        ...(basis.trim() === '' ? {} : { basis: basis.trim() }), ...(corrects ? { replaces: { question: corrects.id, reason: reason.trim() } } : {}),
      })
      onDone()
      await Promise.all([queries.invalidateQueries({ queryKey: ['exam-bank'] }), queries.invalidateQueries({ queryKey: ['exam-questions'] })])
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }
  const place = (name: string) => `question-${name}-${corrects?.id ?? 'new'}`
  return (
    <form className="pad" aria-label={t(corrects ? 'exams.correct' : 'exams.add')} onSubmit={(event) => (event.preventDefault(), void save())}>
      <div className="filters">
        <div>
          <label htmlFor={place('kind')}>{t('common.kind')}</label>
          <Select id={place('kind')} value={kind} onChange={change} options={kinds.map((value) => ({ value, label: t(`exams.${value}`) }))} style={{ width: '100%' }} />
        </div>
        <div>
          <label htmlFor={place('difficulty')}>{t('exams.difficulty')}</label>
          <Select id={place('difficulty')} value={difficulty} onChange={setDifficulty} options={([1, 2, 3] as const).map((value) => ({ value, label: t(levels[value]) }))} style={{ width: '100%' }} />
        </div>
        <div className="wide">
          <label htmlFor={place('field')}>{t('exams.field')}</label>
          <Input id={place('field')} maxLength={60} value={field} onChange={(event) => setField(event.target.value)} />
        </div>
      </div>
      <div className="field">
        <label htmlFor={place('stem')}>{t('exams.stem')}</label>
        <Input.TextArea id={place('stem')} rows={3} maxLength={5000} value={stem} onChange={(event) => setStem(event.target.value)} />
      </div>
      {kind === 'case' ? null : (
        <fieldset className="field key-options">
          <legend>{t('exams.optionsAndKey')}</legend>
          {keys.map((key, i) => {
            const label = kind === 'judge' ? t(key === 'T' ? 'exams.true' : 'exams.false') : key
            const right = { 'aria-label': t('exams.isRight', { key: label }), checked: answer.includes(key), onChange: () => toggle(key) }
            return (
              <div key={key}>
                {kind === 'multiple' ? <Checkbox {...right} /> : <Radio {...right} />}
                <b>{label}</b>
                {kind === 'judge' ? null : <Input aria-label={t('exams.option', { key })} maxLength={1000} value={options[i] ?? ''} onChange={(event) => setOptions(options.with(i, event.target.value))} />}
              </div>
            )
          })}
          {asksOptions ? (
            <span className="actions">
              <Button size="small" disabled={options.length > 7} onClick={() => setOptions([...options, ''])}>{t('exams.moreOptions')}</Button>
              <Button size="small" disabled={options.length < 3} onClick={() => (setOptions(options.slice(0, -1)), setAnswer(answer.filter((key) => key !== keys.at(-1))))}>{t('exams.fewerOptions')}</Button>
            </span>
          ) : null}
        </fieldset>
      )}
      <div className="field">
        <label htmlFor={place('guide')}>{t(kind === 'case' ? 'exams.goodAnswer' : 'exams.guide')}</label>
        <Input.TextArea id={place('guide')} rows={2} maxLength={5000} value={guide} onChange={(event) => setGuide(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={place('basis')}>{t('exams.basis')}</label>
        <Input id={place('basis')} maxLength={1000} value={basis} onChange={(event) => setBasis(event.target.value)} />
      </div>
      {corrects ? (
        <div className="field">
          <label htmlFor={place('reason')}>{t('exams.reviewNote')}</label>
          <Input id={place('reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          <div className="dim">{t('exams.correctHint')}</div>
        </div>
      ) : null}
      <SubmitProblem error={error} />
      <span className="actions">
        <Button type="primary" htmlType="submit" disabled={!filled} loading={sending}>{t('common.save')}</Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </span>
    </form>
  )
}
