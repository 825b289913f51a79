import i18next from 'i18next'
import { expect, it } from 'vitest'
import { readNumberOf } from './number-of.ts'
import { resourcesIn } from './texts.ts'

it('counts one day and three days in English, and says nothing of it in Chinese', async () => {
  const texts = i18next.createInstance()
  await texts.init({ lng: 'en', resources: { zh: { translation: resourcesIn('zh') }, en: { translation: resourcesIn('en') } }, interpolation: { escapeValue: false } })
  readNumberOf(texts)
  const left = (lng: string, n: number | string) => texts.t('matter.left', { n, lng })
  expect([left('en', 0), left('en', 1), left('en', 3), left('zh', 1)]).toEqual(['0 days left', '1 day left', '3 days left', '还剩 1 日'])
  expect(texts.t('plan.bodiesN', { n: 2 })).toBe('2 bodies')
})
