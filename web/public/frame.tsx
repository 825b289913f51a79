import { type ReactNode, useEffect, useState } from 'react'
import { currentLanguage, type Language, rememberLanguage } from '../shared-ui/texts/language.ts'

interface Place {
  readonly language: Language
  readonly switchLanguage: () => void
  /** What the address asks; '' where it does not. */
  readonly asked: (name: string) => string
  /** The same page asked otherwise; '' asks no longer. */
  readonly link: (change: Readonly<Record<string, string>>) => string
}

/** A public page that is asked by its address, in the language of whoever reads it. */
export function usePlace(path: string, title: Readonly<Record<Language, string>>): Place {
  const [language, setLanguage] = useState<Language>(currentLanguage)
  const search = new URLSearchParams(window.location.search)
  useEffect(() => {
    rememberLanguage(language)
    document.title = `${title[language]} · 法衡`
  }, [language, title])
  return {
    language,
    switchLanguage: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
    asked: (name) => search.get(name) ?? '',
    link(change) {
      const next = new URLSearchParams(search)
      for (const [name, value] of Object.entries(change)) if (value === '') next.delete(name)
      else next.set(name, value)
      return `${path}?${next}`
    },
  }
}

/** Whose page it is, its language, and what it shows. */
export function Frame({ title, county, place: { language, switchLanguage }, children }: { readonly title: string; readonly county: string | undefined; readonly place: Place; readonly children: ReactNode }) {
  return (
    <div className="public wide">
      <header>
        <i aria-hidden="true">衡</i>
        <span>
          {county === undefined ? '' : `${county} · `}
          {title}
        </span>
        <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={switchLanguage}>
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main>
        <h1 className="hidden">{title}</h1>
        {children}
      </main>
    </div>
  )
}
