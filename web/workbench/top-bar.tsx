import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { postTitle } from '../shared-ui/post-title.ts'
import { ask } from '../shared-ui/client/ask.ts'
import { switchLanguage, useTexts } from '../shared-ui/texts/use-texts.ts'
import { type Me, seesCases } from './me.ts'

export function TopBar({ me, menuOpen, onMenu }: { readonly me: Me | undefined; readonly menuOpen: boolean; readonly onMenu: () => void }) {
  const { t, w, language } = useTexts()
  const post = me?.posts[0]
  return (
    <header className="top">
      <Link to="/" className="brand">
        <i aria-hidden="true">衡</i>
        {t('common.name')}
      </Link>
      {me ? (
        <Button className="menu-button" aria-expanded={menuOpen} aria-controls="navigation" onClick={onMenu}>
          {t('common.menu')}
        </Button>
      ) : (
        <span className="who" />
      )}
      {me && seesCases(me) ? <Search /> : null}
      {me ? (
        <span className="who">
          <b>{me.name}</b>
          <br />
          <span className="dim">{post ? [post.bodyName, post.unitName, w(postTitle(post.kind))].filter(Boolean).join(' · ') : me.regionName}</span>
        </span>
      ) : null}
      <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} aria-label={t('common.languageSwitch')} onClick={() => changeLanguage(language === 'zh' ? 'en' : 'zh', me)}>
        {t('common.language')}
      </Button>
      {me ? <SignOut /> : null}
    </header>
  )
}

/** Remembered here at once, and with the person for his other machines. */
export function changeLanguage(language: 'zh' | 'en', me: Me | undefined): void {
  switchLanguage(language)
  if (me) ask('PUT', '/api/me/preferences', { language }, { mayBeSignedOut: true }).catch(() => undefined)
}

function Search() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        if (q.trim().length >= 2) void navigate({ to: '/cases', search: { q: q.trim() } })
      }}
    >
      <Input value={q} onChange={(event) => setQ(event.target.value)} placeholder={t('common.searchHint')} aria-label={t('common.searchHint')} enterKeyHint="search" />
    </form>
  )
}

function SignOut() {
  const { t } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <Button
      type="text"
      onClick={() =>
        void ask('POST', '/api/auth/sign-out', {}, { mayBeSignedOut: true })
          .catch(() => undefined)
          .then(() => {
            queries.clear()
            return navigate({ to: '/sign-in' })
          })
      }
    >
      {t('common.signOut')}
    </Button>
  )
}
