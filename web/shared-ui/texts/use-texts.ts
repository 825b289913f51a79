import type { Words } from '@faheng/law/words.ts'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { currentLanguage, type Language, rememberLanguage } from './language.ts'
import { readNumberOf } from './number-of.ts'
import { resourcesIn, type TextKey } from './texts.ts'

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: currentLanguage(),
    fallbackLng: 'zh',
    resources: { zh: { translation: resourcesIn('zh') }, en: { translation: resourcesIn('en') } },
    interpolation: { escapeValue: false },
  })
  readNumberOf(i18next)
  rememberLanguage(currentLanguage())
}

export function switchLanguage(language: Language): void {
  rememberLanguage(language)
  void i18next.changeLanguage(language)
}

interface Texts {
  readonly t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string
  /** A text of the law, in the reader's language. */
  readonly w: (text: Words) => string
  /** Several names in a row. */
  readonly join: (texts: readonly string[]) => string
  readonly language: Language
}

export function useTexts(): Texts {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return { t: (key, values) => t(key, { ...values }), w: (text) => text[language], join: (texts) => texts.join(language === 'zh' ? '、' : ', '), language }
}
