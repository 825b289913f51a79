import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Given, PaperRow } from './queries.ts'

interface QuestionProps {
  readonly row: PaperRow
  readonly number: number
  readonly given: Given | undefined
  readonly disabled: boolean
  readonly give: (given: Given) => void
}

/** One question, large. Options bear the letters of the place they stand at; what is sent are the bank's own. */
export function Question({ row, number, given, disabled, give }: QuestionProps) {
  const { t } = useTexts()
  const chosen = Array.isArray(given) ? given : []
  const many = row.kind === 'multiple'
  const choose = (key: string): void => give(many ? (chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]) : [key])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const option = /^[1-8]$/.test(event.key) && !(event.target instanceof HTMLTextAreaElement) ? row.options[Number(event.key) - 1] : undefined
      if (option && !disabled && !event.ctrlKey && !event.altKey && !event.metaKey) choose(option.key)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return (
    <section className="asked">
      <fieldset disabled={disabled}>
        <legend>
          <small>{t('exams.question', { n: number })} · {t(`exams.${row.kind}`)} · {t('exams.points', { n: row.points })}</small>
          {row.stem}
        </legend>
        {row.kind === 'case' ? (
          <Essay text={typeof given === 'string' ? given : ''} give={give} />
        ) : (
          row.options.map(({ key, text }, i) => (
            <label key={key} className={chosen.includes(key) ? 'chosen' : ''}>
              <input type={many ? 'checkbox' : 'radio'} name={row.question} checked={chosen.includes(key)} onChange={() => choose(key)} />
              <b>{'ABCDEFGH'[i]}</b>
              <span>{text}</span>
            </label>
          ))
        )}
      </fieldset>
    </section>
  )
}

/** Saved when he pauses, and when he leaves the question. */
function Essay({ text, give }: { readonly text: string; readonly give: (given: string) => void }) {
  const { t } = useTexts()
  const [value, setValue] = useState(text)
  const pending = useRef<string>(undefined)
  const save = useRef<() => void>(() => undefined)
  useEffect(() => {
    save.current = () => {
      if (pending.current !== undefined) give(pending.current)
      pending.current = undefined
    }
  })
  useEffect(() => {
    const timer = setTimeout(() => save.current(), 800)
    return () => clearTimeout(timer)
  }, [value])
  useEffect(() => () => save.current(), [])
  return (
    <textarea
      aria-label={t('exams.write')}
      rows={12}
      maxLength={20_000}
      value={value}
      onChange={(event) => {
        pending.current = event.target.value
        setValue(event.target.value)
      }}
      onBlur={() => save.current()}
    />
  )
}
