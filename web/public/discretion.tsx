import type { PublicBenchmarksAnswer, PublicLeniencyAnswer } from '@faheng/api/catalogue.ts'
import type { Static } from 'typebox'
import type { Language } from '../shared-ui/texts/language.ts'
import { publicDiscretion as texts } from '../shared-ui/texts/catalogue.ts'
import { Chosen, Typed } from './asked.tsx'
import { Frame, usePlace } from './frame.tsx'
import { useAnswer } from './use-answer.ts'

type Benchmarks = Static<typeof PublicBenchmarksAnswer>
type Leniency = Static<typeof PublicLeniencyAnswer>
type Say = (key: keyof typeof texts) => string

const lists = ['lighter', 'mitigated', 'exempt'] as const

/** How far a penalty goes and when it is lighter or none: benchmarks and the three lists on any day. Nobody need sign in. */
export function DiscretionPage() {
  const place = usePlace('/discretion', texts.title)
  const { language, asked, link } = place
  const say: Say = (key) => texts[key][language]
  const list = lists.find((each) => each === asked('list'))
  const filter = new URLSearchParams([...(list ? [['list', list]] : []), ...['on', 'body', 'q', 'after'].flatMap((name) => (asked(name) === '' ? [] : [[name, asked(name)]]))])
  const benchmarks = useAnswer<Benchmarks>(list ? undefined : `/api/public/benchmarks?${filter}`)
  const leniency = useAnswer<Leniency>(list ? `/api/public/leniency?${filter}` : undefined)
  const found = list ? leniency : benchmarks
  const answer = found.state === 'found' ? found.answer : undefined
  return (
    <Frame title={say('title')} county={answer?.county} place={place}>
      <nav className="pages" aria-label={say('title')}>
        {(['', ...lists] as const).map((each) => (
          <a key={each} href={link({ list: each, after: '' })} aria-current={(list ?? '') === each ? 'page' : undefined}>
            {say(each === '' ? 'benchmarks' : each)}
          </a>
        ))}
        <a href="/catalogue">{say('catalogue')}</a>
      </nav>
      <form method="get" action="/discretion" className="asked">
        {list ? <input type="hidden" name="list" value={list} /> : null}
        <Chosen name="body" label={say('body')} value={asked('body')} options={(answer?.bodies ?? []).map(({ body, name }) => [body, name])} all={say('all')} />
        <Typed name="q" label={say('q')} value={asked('q')} />
        <Typed name="on" label={say('on')} value={asked('on') || (answer?.on ?? '')} type="date" />
        <button type="submit">{say('show')}</button>
      </form>
      <section className="card" aria-live="polite">
        <h2>{answer ? say(list ?? 'benchmarks') : say(found.state === 'failed' ? 'failed' : 'loading')}</h2>
        {answer && answer.rows.length === 0 ? <p className="dim">{say('empty')}</p> : null}
        {benchmarks.state === 'found' && benchmarks.answer.rows.length > 0 ? <Lines rows={benchmarks.answer.rows} language={language} say={say} /> : null}
        {leniency.state === 'found' && leniency.answer.rows.length > 0 ? <Rules rows={leniency.answer.rows} language={language} say={say} /> : null}
        <p className="pages">
          {asked('after') === '' ? null : <a href={link({ after: '' })}>{say('first')}</a>}
          {answer?.next ? <a href={link({ after: answer.next })}>{say('next')}</a> : null}
        </p>
      </section>
      <p className="dim">{say('note')}</p>
    </Frame>
  )
}

const days = (from: string, until: string | null): string => `${from} —${until ? ` ${until}` : ''}`

function Lines({ rows, language, say }: { readonly rows: Benchmarks['rows']; readonly language: Language; readonly say: Say }) {
  return (
    <>
      {rows.map(({ id, title, bodyName, references, lines }) => (
        <article key={id}>
          <h3>{title}</h3>
          <p className="dim">
            {bodyName} · {references.map((reference) => reference[language]).join(language === 'zh' ? '、' : ', ')}
          </p>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('tier')}</th>
                <th scope="col">{say('circumstances')}</th>
                <th scope="col">{say('range')}</th>
                <th scope="col">{say('valid')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td>
                    {line.tier}
                    {line.mitigation ? <small>{say('mitigation')}</small> : null}
                  </td>
                  <td data-label={say('circumstances')}>{line.circumstances}</td>
                  <td data-label={say('range')}>
                    {line.text[language]}
                    {line.standard ? <small>{line.standard}</small> : null}
                  </td>
                  <td data-label={say('valid')}>
                    {days(line.from, line.until)}
                    <small>
                      {line.maker || bodyName}
                      {line.published ? ` · ${say('published')} ${line.published}` : ''}
                    </small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      ))}
    </>
  )
}

function Rules({ rows, language, say }: { readonly rows: Leniency['rows']; readonly language: Language; readonly say: Say }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('violation')}</th>
          <th scope="col">{say('conditions')}</th>
          <th scope="col">{say('basis')}</th>
          <th scope="col">{say('valid')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((rule) => (
          <tr key={rule.id}>
            <td>
              {rule.violation}
              <small>{rule.bodyName}</small>
            </td>
            <td data-label={say('conditions')}>
              {rule.conditions.map((each) => (
                <span key={each.zh} className="line">
                  {each[language]}
                </span>
              ))}
            </td>
            <td data-label={say('basis')}>
              {rule.references.map((reference) => (
                <span key={reference.zh} className="line">
                  {reference[language]}
                </span>
              ))}
            </td>
            <td data-label={say('valid')}>
              {days(rule.from, rule.until)}
              <small>
                {rule.title} · {rule.issuer}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
