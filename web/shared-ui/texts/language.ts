export type Language = 'zh' | 'en'

const place = 'faheng:language'

/** Chinese unless the reader chose otherwise, here or in an earlier visit. */
export function currentLanguage(): Language {
  try {
    return localStorage.getItem(place) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(place, language)
  } catch {
    // A browser without storage keeps the choice for this page only.
  }
}
