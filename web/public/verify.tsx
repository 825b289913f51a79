import type { VerifyAnswer } from '@faheng/api/documents.ts'
import { type ReactNode, useEffect, useState } from 'react'
import type { Static } from 'typebox'
import { moment } from '../shared-ui/format.ts'
import { currentLanguage, type Language, rememberLanguage } from '../shared-ui/texts/language.ts'
import { verify as texts } from '../shared-ui/texts/pages.ts'
import { useAnswer } from './use-answer.ts'

type Answer = Static<typeof VerifyAnswer>

/** For whoever holds the paper: genuine or not, and nothing about anybody. */
export function VerifyPage({ code }: { readonly code: string }) {
  const [language, setLanguage] = useState<Language>(currentLanguage)
  const found = useAnswer<Answer>(code === '' ? undefined : `/api/public/verify/${encodeURIComponent(code)}`)
  const say = (key: keyof typeof texts, values: Readonly<Record<string, string | number>> = {}): string =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{{${name}}}`, String(value)), texts[key][language])
  useEffect(() => {
    rememberLanguage(language)
    document.title = `${texts.title[language]} · 法衡`
  }, [language])
  return (
    <div className="public">
      <header>
        <i aria-hidden="true">衡</i>
        <span>法衡 · {say('title')}</span>
        <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main>
        <div aria-live="polite">
          {found.state === 'found' ? <Genuine answer={found.answer} language={language} say={say} /> : null}
          {found.state === 'loading' ? <Card tone="" title={say('loading')} /> : null}
          {found.state === 'failed' ? <Card tone="" title={say('failed')} /> : null}
          {found.state === 'idle' ? <Card tone="" title={say('title')} /> : null}
          {found.state === 'missing' ? (
            <Card tone="missing" title={say('missing')}>
              <p>{say('missingHint')}</p>
            </Card>
          ) : null}
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const typed = String(new FormData(event.currentTarget).get('code')).trim()
            if (typed !== '') window.location.assign(`/verify/${encodeURIComponent(typed)}`)
          }}
        >
          <label htmlFor="code">{say('code')}</label>
          <input id="code" name="code" defaultValue={code} autoComplete="off" spellCheck={false} />
          <button type="submit">{say('check')}</button>
        </form>
      </main>
    </div>
  )
}

function Genuine({ answer, language, say }: { readonly answer: Answer; readonly language: Language; readonly say: (key: keyof typeof texts, values?: Readonly<Record<string, string | number>>) => string }) {
  const { ledger } = answer
  const lines: readonly (readonly [keyof typeof texts, ReactNode])[] = [
    ['kind', answer.kind[language]],
    ['number', answer.number ?? '—'],
    ['body', answer.body],
    ['date', answer.date],
    ['fields', <code key="fields">{answer.fieldsHash}</code>],
    ['file', <code key="file">{answer.fileHash ?? '—'}</code>],
    ['entry', ledger.position === null ? say('pending') : say('entryText', { n: ledger.position + 1, size: ledger.size })],
  ]
  return (
    <Card tone={answer.status} title={say(answer.status === 'valid' ? 'genuine' : answer.status)}>
      <p className="dim">{say('since', { at: moment(answer.recordedAt) })}</p>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="dim">
        <code>{ledger.origin}</code>
      </p>
      <p className="dim">{say('privacy')}</p>
    </Card>
  )
}

const Card = ({ tone, title, children }: { readonly tone: string; readonly title: string; readonly children?: ReactNode }) => (
  <section className={`card ${tone}`}>
    <h1>{title}</h1>
    {children}
  </section>
)
