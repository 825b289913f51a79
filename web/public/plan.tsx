import type { PublicPlanAnswer } from '@faheng/api/plan.ts'
import { parts } from '@faheng/law/measures/parts.ts'
import { statusWords, type Status } from '@faheng/law/measures/status.ts'
import { useEffect, useState } from 'react'
import type { Static } from 'typebox'
import { dayOf } from '../shared-ui/format.ts'
import { currentLanguage, type Language, rememberLanguage } from '../shared-ui/texts/language.ts'
import { publicPlan as texts } from '../shared-ui/texts/plan.ts'
import { useAnswer } from './use-answer.ts'

type Answer = Static<typeof PublicPlanAnswer>

/** A sign beside the colour, for who sees none. */
const signs: Readonly<Record<Status, string>> = { done: '✓', 'on-course': '→', 'at-risk': '!', overdue: '×', 'not-measurable': '–' }

/** What the county last reported of its plan: every confirmed measure on one page. Nobody need sign in. */
export function PublicPlanPage() {
  const [language, setLanguage] = useState<Language>(currentLanguage)
  const found = useAnswer<Answer>('/api/public/plan')
  const say = (key: keyof typeof texts, values: Readonly<Record<string, string | number>> = {}): string =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{{${name}}}`, String(value)), texts[key][language])
  useEffect(() => {
    rememberLanguage(language)
    document.title = `${texts.title[language]} · 法衡`
  }, [language])
  return (
    <div className="public wide">
      <header>
        <i aria-hidden="true">衡</i>
        <span>{found.state === 'found' ? `${found.answer.county} · ` : ''}{say('title')}</span>
        <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main aria-live="polite">
        {found.state === 'found' ? <Reported answer={found.answer} language={language} say={say} /> : (
          <section className="card">
            <h1>{say(found.state === 'failed' ? 'failed' : found.state === 'missing' ? 'missing' : 'loading')}</h1>
          </section>
        )}
      </main>
    </div>
  )
}

function Reported({ answer, language, say }: { readonly answer: Answer; readonly language: Language; readonly say: (key: keyof typeof texts, values?: Readonly<Record<string, string | number>>) => string }) {
  return (
    <>
      <section className="card">
        <div className="over">
          <h1>{say('of', { year: answer.year })}</h1>
          <a href="/api/public/plan.pdf">{say('pdf')}</a>
        </div>
        <p className="dim">{say('made', { day: dayOf(answer.made) })} {say('note')}</p>
        <p>{(Object.keys(signs) as Status[]).map((status) => `${signs[status]} ${statusWords[status][language]} ${answer.states[status] ?? 0}`).join('　')}</p>
      </section>
      {[1, 2, 3, 4, 5, 6].map((part) => {
        const rows = answer.rows.filter((row) => row.part === part)
        return rows.length === 0 ? null : (
          <section key={part} className="card">
            <h2>{parts[part]?.[language]}</h2>
            <ul className="public-measures">
              {rows.map((row) => (
                <li key={row.number}>
                  <span>{row.number}　{row.title[language]}</span>
                  <b className={row.status}>{signs[row.status]} {statusWords[row.status][language]}{row.value !== undefined && row.status !== 'not-measurable' ? ` ${row.value}%` : ''}</b>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
