import { courseKinds } from '@faheng/law/training/hours.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { creditsQuery } from './queries.ts'
import { Strike } from './strike.tsx'

/** What one of the people has, line by line. Lines of a session are struck on its sheet, an online course here. */
export function PersonCredits({ person, year }: { readonly person: string; readonly year: number }) {
  const { t, w } = useTexts()
  const [striking, setStriking] = useState<string>()
  const { data, error, refetch } = useQuery(creditsQuery(person, year))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={2} />
  if (data.credits.length === 0) return <p className="dim">{t('training.noCredits')}</p>
  return (
    <ul className="plain">
      {data.credits.map((each) => {
        const [entry] = each.session === null ? each.proof : []
        return (
          <li key={each.proof.join()}>
            <span className="number">{each.day}</span>{' '}
            {each.session ? (
              <Link to="/training/sessions/$id" params={{ id: each.session }}>
                {each.title}
              </Link>
            ) : (
              each.title
            )}{' '}
            <span className="dim">
              {w(courseKinds[each.kind])} · {t('training.hoursOf', { n: each.hours })}
            </span>{' '}
            {entry !== undefined ? (
              <button type="button" className="linklike" onClick={() => setStriking(entry)} aria-label={`${t('training.strike')} ${each.title}`}>
                <small>{t('training.strike')}</small>
              </button>
            ) : null}
            {entry !== undefined && striking === entry ? <Strike entry={entry} close={() => setStriking(undefined)} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
