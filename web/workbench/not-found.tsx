import { Link } from '@tanstack/react-router'
import { Empty } from '../shared-ui/components/states.tsx'
import { useTexts } from '../shared-ui/texts/use-texts.ts'

export function NotFound() {
  const { t } = useTexts()
  return (
    <main className="main" id="main">
      <h1 className="hidden">{t('common.notFound')}</h1>
      <Empty title={t('common.notFound')} hint={t('common.notFoundHint')}>
        <p>
          <Link to="/">{t('common.backHome')}</Link>
        </p>
      </Empty>
    </main>
  )
}
