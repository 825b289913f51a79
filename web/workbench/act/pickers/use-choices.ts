import type { RefTo } from '@faheng/law/payload.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { postTitle } from '../../../shared-ui/post-title.ts'
import { get, withQuery } from '../../../shared-ui/client/ask.ts'
import { useTexts } from '../../../shared-ui/texts/use-texts.ts'
import type { MattersPage, PartyPage } from '../../answers.ts'
import { bodiesQuery, countyPeopleQuery, peopleQuery, reviewersQuery } from '../../people/queries.ts'
import { itemsQuery } from '../../items/queries.ts'
import { discretionQuery } from '../../matter/queries.ts'
import { useFileAtHand } from '../file-context.ts'
import { choicesInFile, type Choice } from './choices-in-file.ts'

interface Choices {
  readonly choices: readonly Choice[]
  readonly searching: boolean
  /** The server searches; otherwise the list is whole and filtered here. */
  readonly remote: boolean
}

export function useChoices(to: RefTo, typed: string, of: unknown): Choices {
  const { t, w, join } = useTexts()
  const file = useFileAtHand()
  const q = useSettled(typed.trim())
  const parties = useQuery({
    queryKey: ['parties', q],
    queryFn: ({ signal }) => get<PartyPage>(withQuery('/api/parties', { q }), signal),
    enabled: to === 'party' && q.length >= 2,
    placeholderData: keepPreviousData,
  })
  const matters = useQuery({
    queryKey: ['matters', 'picker', q],
    queryFn: ({ signal }) => get<MattersPage>(withQuery('/api/matters', { limit: '20', ...(q.length >= 2 ? { q } : {}) }), signal),
    enabled: to === 'matter',
    placeholderData: keepPreviousData,
  })
  const items = useQuery({ ...itemsQuery(to === 'item' ? { q, for: file.body } : { q }), enabled: to === 'item' || to === 'county-item', placeholderData: keepPreviousData })
  const people = useQuery({ ...peopleQuery(file.body), enabled: to === 'officer' && file.body !== '' })
  const countyPeople = useQuery({ ...countyPeopleQuery(q), enabled: to === 'county-officer' && q.length >= 1, placeholderData: keepPreviousData })
  const reviewers = useQuery({ ...reviewersQuery, enabled: to === 'reviewer' })
  const bodies = useQuery({ ...bodiesQuery, enabled: to === 'township' || to === 'body' || to === 'county-officer' || to === 'reviewer' })
  const nameOfBody = (body: string): string => bodies.data?.rows.find(({ id }) => id === body)?.shortName ?? body
  const weighed = useQuery({ ...discretionQuery(file.matter?.row.id ?? ''), enabled: (to === 'benchmark' || to === 'leniency' || to === 'branch') && file.matter !== undefined })
  const here = choicesInFile(to, file, w, of)
  switch (to) {
    case 'party': {
      const found = q.length >= 2 ? (parties.data?.rows ?? []).map(({ id, name, code, address }) => ({ value: id, label: name, under: [code, address].filter(Boolean).join(' · ') })) : []
      return { choices: withoutTwins([...here, ...found]), searching: parties.isFetching, remote: q.length >= 2 }
    }
    case 'item':
    case 'county-item':
      return {
        choices: (items.data?.rows ?? []).map(({ id, title, reference }) => ({ value: id, label: title, under: w(reference) })),
        searching: items.isFetching,
        remote: true,
      }
    case 'matter':
      return {
        choices: (matters.data?.rows ?? []).filter(({ id }) => id !== file.matter?.row.id).map(({ id, number, parties: names }) => ({ value: id, label: [number ?? id, names.join('、')].filter(Boolean).join(' ') })),
        searching: matters.isFetching,
        remote: true,
      }
    case 'officer':
      return {
        choices: withoutTwins([
          ...(people.data?.rows ?? []).map(({ id, name, posts }) => ({ value: id, label: name, under: [...new Set(posts.map((post) => w(postTitle(post.kind))))].join('、') })),
          ...here,
        ]),
        searching: people.isFetching,
        remote: false,
      }
    case 'county-officer':
      return {
        choices: (countyPeople.data?.rows ?? []).map(({ id, name, posts }) => ({ value: id, label: name, under: [...new Set(posts.map((post) => nameOfBody(post.body)))].join('、') })),
        searching: countyPeople.isFetching,
        remote: true,
      }
    case 'reviewer':
      return {
        choices: (reviewers.data?.rows ?? []).map(({ id, name, posts }) => ({ value: id, label: name, under: [...new Set(posts.map((post) => nameOfBody(post.body)))].join('、') })),
        searching: reviewers.isFetching,
        remote: false,
      }
    case 'benchmark':
      return {
        choices: withoutTwins((weighed.data?.violations ?? []).flatMap(({ benchmarks }) => benchmarks.map(({ id, tier, circumstance, text }) => ({ value: id, label: `${tier} · ${circumstance}`, under: w(text) })))),
        searching: weighed.isFetching,
        remote: false,
      }
    case 'branch':
      return {
        choices: (weighed.data?.violations.find(({ violation }) => violation === of)?.norm?.branches ?? []).map(({ condition, range, kinds, text }, i) => ({
          value: String(i), label: `${i + 1}. ${[condition || t('items.always'), w(range)].join(' · ')}`, under: [join(kinds.map(w)), text].filter(Boolean).join(' · '),
        })),
        searching: weighed.isFetching,
        remote: false,
      }
    case 'leniency':
      return {
        choices: withoutTwins((weighed.data?.violations ?? []).flatMap(({ rules }) => rules.map(({ id, violation, title, conditions }) => ({ value: id, label: violation, under: [title, ...conditions.map(w)].join(' · ') })))),
        searching: weighed.isFetching,
        remote: false,
      }
    case 'township':
      return { choices: (bodies.data?.rows ?? []).flatMap(({ township, shortName }) => (township === null ? [] : [{ value: township, label: shortName }])), searching: bodies.isFetching, remote: false }
    case 'body':
      return { choices: (bodies.data?.rows ?? []).map(({ id, shortName }) => ({ value: id, label: shortName })), searching: bodies.isFetching, remote: false }
    default:
      return { choices: here, searching: false, remote: false }
  }
}

const withoutTwins = (choices: readonly Choice[]): Choice[] => [...new Map(choices.map((choice) => [choice.value, choice])).values()]

/** What was typed, once the typing rests for a quarter of a second. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
