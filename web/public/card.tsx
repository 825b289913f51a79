import type { PublicCardAnswer } from '@faheng/api/staff.ts'
import { type ReactNode, useEffect, useState } from 'react'
import type { Static } from 'typebox'
import { moment } from '../shared-ui/format.ts'
import { currentLanguage, type Language, rememberLanguage } from '../shared-ui/texts/language.ts'
import { publicCard as texts } from '../shared-ui/texts/staff.ts'
import { useAnswer } from './use-answer.ts'

type Card = Static<typeof PublicCardAnswer>

/** For whoever is shown a card: who it is and whether it is valid at this minute; nothing else. */
export function CardPage({ code }: { readonly code: string }) {
  const [language, setLanguage] = useState<Language>(currentLanguage)
  const found = useAnswer<Card>(`/api/public/card/${encodeURIComponent(code)}`)
  const say = (key: keyof typeof texts): string => texts[key][language]
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
      <main aria-live="polite">{found.state === 'found' ? <Shown card={found.answer} code={code} say={say} /> : <NotShown state={found.state === 'idle' ? 'loading' : found.state} say={say} />}</main>
    </div>
  )
}

type Say = (key: keyof typeof texts) => string

function Shown({ card, code, say }: { readonly card: Card; readonly code: string; readonly say: Say }) {
  const lines: readonly (readonly [keyof typeof texts, ReactNode])[] = [
    ['name', card.name],
    ['body', card.body ?? '—'],
    ['fields', card.fields.length > 0 ? card.fields.join('、') : say('allFields')],
    ['at', moment(card.at)],
  ]
  return (
    <section className={`card ${card.valid ? 'valid' : 'void'}`}>
      <h1>{say(card.valid ? 'valid' : 'invalid')}</h1>
      {card.valid ? null : <p>{say('invalidHint')}</p>}
      {card.photo ? <img src={`/api/public/card/${encodeURIComponent(code)}/photo`} alt={card.name} width="120" /> : null}
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const NotShown = ({ state, say }: { readonly state: 'loading' | 'missing' | 'failed'; readonly say: Say }) => (
  <section className={state === 'missing' ? 'card missing' : 'card'}>
    <h1>{say(state)}</h1>
    {state === 'missing' ? <p>{say('missingHint')}</p> : null}
  </section>
)
