import type { CatalogueChangesAnswer, PublicCatalogueAnswer } from '@faheng/api/catalogue.ts'
import { itemKinds } from '@faheng/law/items/content.ts'
import type { Static } from 'typebox'
import type { Language } from '../shared-ui/texts/language.ts'
import { catalogue as texts } from '../shared-ui/texts/catalogue.ts'
import { Chosen, Typed } from './asked.tsx'
import { Frame, usePlace } from './frame.tsx'
import { useAnswer } from './use-answer.ts'

type Catalogue = Static<typeof PublicCatalogueAnswer>
type Changes = Static<typeof CatalogueChangesAnswer>
type Say = (key: keyof typeof texts, values?: Readonly<Record<string, string | number>>) => string

/** What the bodies of the county may enforce, as published: on any day, as a file, and what changed. Nobody need sign in. */
export function CataloguePage() {
  const place = usePlace('/catalogue', texts.title)
  const { language, asked, link } = place
  const say: Say = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{{${name}}}`, String(value)), texts[key][language])
  const filter = new URLSearchParams(['on', 'body', 'kind', 'q', 'after'].flatMap((name) => (asked(name) === '' ? [] : [[name, asked(name)]])))
  const found = useAnswer<Catalogue>(`/api/public/catalogue?${filter}`)
  const comparing = asked('from') !== '' && asked('to') !== ''
  const changes = useAnswer<Changes>(comparing ? `/api/public/catalogue/changes?${new URLSearchParams({ from: asked('from'), to: asked('to'), ...(asked('body') === '' ? {} : { body: asked('body') }) })}` : undefined)
  const answer = found.state === 'found' ? found.answer : undefined
  return (
    <Frame title={say('title')} county={answer?.county} place={place}>
      <form method="get" action="/catalogue" className="asked">
        <Chosen name="body" label={say('body')} value={asked('body')} options={(answer?.bodies ?? []).map(({ body, name, items }) => [body, `${name}（${items}）`])} all={say('all')} />
        <Chosen name="kind" label={say('kind')} value={asked('kind')} options={Object.entries(itemKinds).map(([kind, title]) => [kind, title[language]])} all={say('all')} />
        <Typed name="q" label={say('q')} value={asked('q')} />
        <Typed name="on" label={say('on')} value={asked('on') || (answer?.on ?? '')} type="date" />
        <button type="submit">{say('show')}</button>
      </form>
      <section className="card" aria-live="polite">
        <div className="over">
          <h2>{answer ? say('standing', { n: sum(answer, asked('body')), on: answer.on }) : say(found.state === 'failed' ? 'failed' : 'loading')}</h2>
          {answer ? <a href={`/api/public/catalogue.csv?${new URLSearchParams({ on: answer.on, ...(asked('body') === '' ? {} : { body: asked('body') }) })}`}>{say('file')}</a> : null}
        </div>
        {answer && answer.rows.length === 0 ? <p className="dim">{say('empty')}</p> : null}
        {answer && answer.rows.length > 0 ? <Items rows={answer.rows} language={language} say={say} /> : null}
        <p className="pages">
          {asked('after') === '' ? null : <a href={link({ after: '' })}>{say('first')}</a>}
          {answer?.next ? <a href={link({ after: answer.next })}>{say('next')}</a> : null}
        </p>
      </section>
      <section className="card">
        <h2>{say('changes')}</h2>
        <form method="get" action="/catalogue" className="asked">
          {asked('body') === '' ? null : <input type="hidden" name="body" value={asked('body')} />}
          <Typed name="from" label={say('from')} value={asked('from')} type="date" required />
          <Typed name="to" label={say('to')} value={asked('to') || (answer?.on ?? '')} type="date" required />
          <button type="submit">{say('compare')}</button>
        </form>
        <div aria-live="polite">
          {changes.state === 'failed' ? <p>{say('failed')}</p> : null}
          {changes.state === 'found' && changes.answer.rows.length === 0 ? <p className="dim">{say('unchanged')}</p> : null}
          {changes.state === 'found' && changes.answer.rows.length > 0 ? (
            <ul className="changes">
              {changes.answer.rows.map((row) => (
                <li key={row.id}>
                  <b className={row.change}>{say(row.change)}</b> {row.title}
                  <small>
                    {row.bodyName} · {row.on}
                    {row.fields.length > 0 ? ` · ${row.fields.map((field) => field[language]).join(language === 'zh' ? '、' : ', ')}` : ''}
                  </small>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </section>
      <p className="dim">
        {say('note')} <a href="/discretion">{say('discretion')}</a>
      </p>
    </Frame>
  )
}

const sum = ({ bodies }: Catalogue, body: string): number => bodies.reduce((n, each) => (body === '' || each.body === body ? n + each.items : n), 0)

function Items({ rows, language, say }: { readonly rows: Catalogue['rows']; readonly language: Language; readonly say: Say }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('item')}</th>
          <th scope="col">{say('basis')}</th>
          <th scope="col">{say('penalties')}</th>
          <th scope="col">{say('body')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {row.title}
              <small>
                {row.kind[language]} · {say('version', { n: row.version, from: row.validFrom })}
                {row.imported ? ` · ${say('imported')}` : ''}
              </small>
            </td>
            <td data-label={say('basis')}>
              {row.references.map((reference) => (
                <span key={reference.zh} className="line">
                  {reference[language]}
                </span>
              ))}
            </td>
            <td data-label={say('penalties')}>{row.penalties.map((each) => each[language]).join(language === 'zh' ? '、' : ', ') || '—'}</td>
            <td data-label={say('body')}>
              {row.bodyName}
              {row.townships.map(({ name, exclusive, basis, from, published }) => (
                <small key={`${name} ${from}`} className="line">
                  {say(exclusive ? 'heldAlone' : 'heldToo', { name, from, basis })}
                  {published ? ` · ${say('publishedOn', { on: published })}` : ''}
                </small>
              ))}
              {row.entrusted.map(({ name, from, until, authority, published, place, norm }) => (
                <small key={`${name} ${from}`} className="line">
                  {say('entrusted', { name, from, until, norm, authority, published, place })}
                </small>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
