import { useQueryClient } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { postTitle } from '../../shared-ui/post-title.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { meQuery, useMe } from '../me.ts'
import { changeLanguage } from '../top-bar.tsx'
import { ChangePassword } from './password.tsx'
import { SecondFactor } from './second-factor.tsx'

export function AccountPage() {
  const { t, w, language } = useTexts()
  const me = useMe()
  const queries = useQueryClient()
  useHeading(t('account.title'))
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle title={t('account.title')} under={`${me.name} · ${me.username}`} />
      <Panel title={t('account.posts')}>
        {me.posts.map((post) => (
          <div key={post.id} className="blk">
            {post.rank ? t('common.bracketed', { text: w(postTitle(post.kind)), more: t(`people.${post.rank}`) }) : w(postTitle(post.kind))} · {[post.bodyName, post.unitName].filter(Boolean).join(' · ')}
          </div>
        ))}
      </Panel>
      <Panel title={t('account.language')}>
        <div className="pad">
          <Radio.Group
            name="language"
            aria-label={t('account.language')}
            value={language}
            onChange={(event) => changeLanguage(event.target.value === 'en' ? 'en' : 'zh', me)}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
      </Panel>
      <Panel title={t('account.password')}>
        <ChangePassword username={me.username} />
      </Panel>
      <Panel title={t('account.second')}>
        <SecondFactor on={me.secondFactor} onChanged={() => void queries.invalidateQueries({ queryKey: meQuery.queryKey })} />
      </Panel>
      <p className="actions" style={{ marginTop: 16 }}>
        <Button href="/rules">{t('matter.allRules')}</Button>
      </p>
    </div>
  )
}
