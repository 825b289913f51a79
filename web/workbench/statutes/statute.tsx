import { citationWords } from '@faheng/law/citation.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { StatuteText } from '../answers.ts'
import { anchor } from './anchor.ts'
import { statuteQuery } from './queries.ts'
import './statutes.css'

/** One statute as it stands on a day: contents, articles with links of their own, its versions. */
export function StatutePage() {
  const { t, w } = useTexts()
  const { statute } = useParams({ from: '/shell/statutes/$statute' })
  const search = useSearch({ from: '/shell/statutes/$statute' })
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(statuteQuery(statute, search))
  useHeading(statute)
  // The browser looked for the article before it was there.
  useEffect(() => {
    if (data && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [data])
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { version, versions } = data
  const before = versions[versions.findIndex((each) => each.version === version.version) + 1]
  const term = [t('common.labelled', { label: t('statutes.promulgated'), text: version.promulgated }), t('common.labelled', { label: t('statutes.inForce'), text: version.inForce }),
    version.repealed ? t('common.labelled', { label: t('statutes.repealed'), text: version.repealed }) : '']
  return (
    <>
      <PageTitle title={version.title} under={term.filter(Boolean).join(' · ')}>
        {before?.loaded && version.loaded ? (
          <Link className="button" to="/statutes/$statute/compare" params={{ statute }} search={{ from: before.version, to: version.version }}>
            {t('statutes.compare')}
          </Link>
        ) : null}
        <label className="day">
          {t('statutes.on')} <Input type="date" size="small" value={data.on} onChange={(event) => event.target.value && void navigate({ to: '/statutes/$statute', params: { statute }, search: { on: event.target.value } })} />
        </label>
        <Link className="button" to="/statutes">
          {t('statutes.title')}
        </Link>
      </PageTitle>
      {!data.inForce && search.version === undefined ? <p className="blk"><Tag tone="amber">{t('statutes.notInForce', { day: data.on, version: version.version })}</Tag></p> : null}
      {data.flaws.length > 0 ? (
        <Panel title={t('statutes.flaws', { n: data.flaws.length })}>
          {data.flaws.map((flaw) => (
            <div className="blk" key={flaw.words.zh}>
              {w(flaw.words)}
            </div>
          ))}
        </Panel>
      ) : null}
      <div className="reader" style={{ marginTop: 16 }}>
        <nav className="panel" aria-label={t('statutes.contents')} tabIndex={0}>
          <ol>
            {versions.map((each) => (
              <li key={each.version}>
                <Link to="/statutes/$statute" params={{ statute }} search={{ version: each.version }} aria-current={each === version ? 'page' : undefined}>
                  {each.inForce} {each.loaded ? '' : t('statutes.notLoaded')}
                </Link>
                {each.loaded && version.loaded && each !== version ? (
                  <Link className="beside" to="/statutes/$statute/compare" params={{ statute }} search={each.inForce < version.inForce ? { from: each.version, to: version.version } : { from: version.version, to: each.version }}>
                    {t('statutes.compareWith')}
                  </Link>
                ) : null}
              </li>
            ))}
          </ol>
          <ol>
            {headingsOf(data).map(({ text, level, first }) => (
              <li key={first} style={{ paddingLeft: level * 12 }}>
                <a href={`#${first}`}>{text}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="panel">
          {data.preamble.length > 1 ? <p className="blk dim">{data.preamble.slice(1).join(' ')}</p> : null}
          {data.articles.map((article, i) => (
            <Article key={i} article={article} statute={statute} on={version.inForce > data.on || (version.repealed ?? '9999') <= data.on ? version.inForce : data.on} />
          ))}
        </div>
      </div>
    </>
  )
}

/** `on` is a day on which it stood so: its address names it, and leads to these words also when they have changed. */
function Article({ article, statute, on }: { readonly article: StatuteText['articles'][number]; readonly statute: string; readonly on: string }) {
  const { t, language } = useTexts()
  const [copied, setCopied] = useState(false)
  const { number, sub, label, paragraphs } = article
  const citation = citationWords({ statute, article: number, ...(sub ? { sub } : {}) })
  return (
    <article className="blk article" id={anchor(article)}>
      <header>
        <h2>
          <Link to="/statutes/$statute" params={{ statute }} search={{ on }} hash={anchor(article)}>
            {label}
          </Link>
        </h2>
        <Button
          size="small"
          type="text"
          aria-label={`${t('statutes.copy')} ${label}`}
          onClick={() => void navigator.clipboard.writeText(citation[language]).then(() => setCopied(true))}
        >
          {t(copied ? 'statutes.copied' : 'statutes.copy')}
        </Button>
      </header>
      {paragraphs.map((paragraph, i) => (
        <div key={i}>
          <p className="norm">{paragraph.text}</p>
          {paragraph.items.map((item) => (
            <p className="norm item" key={item}>
              {item}
            </p>
          ))}
        </div>
      ))}
    </article>
  )
}

/** Parts, chapters and sections, each with the first article under it. */
function headingsOf({ articles }: StatuteText): { text: string; level: number; first: string }[] {
  const seen = new Set<string>()
  return articles.flatMap((article) => article.path.flatMap((text, level) => {
    const place = article.path.slice(0, level + 1).join('/')
    if (seen.has(place)) return []
    seen.add(place)
    return [{ text, level, first: anchor(article) }]
  }))
}
