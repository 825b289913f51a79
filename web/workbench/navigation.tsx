import { Link } from '@tanstack/react-router'
import type { TextKey } from '../shared-ui/texts/texts.ts'
import { useTexts } from '../shared-ui/texts/use-texts.ts'
import { importsOf } from './imports/imports-of.ts'
import { holds, type Me, seesCases } from './me.ts'

interface Place {
  readonly to: '/plan' | '/plan/counties' | '/' | '/leads' | '/cases' | '/items' | '/townships' | '/leniency' | '/benchmarks' | '/statutes' | '/rules' | '/imports' | '/exams' | '/ledger' | '/people' | '/staff' | '/certificates' | '/county-people' | '/security' | '/audit' | '/training' | '/account'
  readonly text: TextKey
  readonly shown?: (me: Me) => boolean
}

const groups: readonly (readonly Place[])[] = [
  [
    { to: '/', text: 'navigation.desk' },
    { to: '/plan', text: 'navigation.plan', shown: seesCases },
    { to: '/plan/counties', text: 'plan.counties', shown: (me) => holds(me, 'system-administrator') && !seesCases(me) },
    { to: '/leads', text: 'navigation.leads', shown: seesCases },
    { to: '/cases', text: 'navigation.cases', shown: seesCases },
    { to: '/exams', text: 'navigation.exams', shown: seesCases },
  ],
  [
    { to: '/items', text: 'navigation.items' },
    { to: '/townships', text: 'townships.title' },
    { to: '/leniency', text: 'navigation.leniency' },
    { to: '/benchmarks', text: 'toConfirm.title', shown: (me) => holds(me, 'supervisor', 'head', 'legal-reviewer') },
    { to: '/statutes', text: 'navigation.statutes' },
    { to: '/rules', text: 'navigation.rules' },
    { to: '/imports', text: 'navigation.imports', shown: (me) => importsOf(me).length > 0 },
  ],
  [
    { to: '/ledger', text: 'navigation.ledger', shown: (me) => holds(me, 'supervisor', 'audit-administrator') },
    { to: '/audit', text: 'audit.title', shown: (me) => holds(me, 'audit-administrator') },
    { to: '/security', text: 'security.title', shown: (me) => holds(me, 'security-administrator') },
    { to: '/staff', text: 'navigation.staff', shown: (me) => holds(me, 'supervisor', 'system-administrator', 'head', 'unit-head') },
    { to: '/certificates', text: 'navigation.certificates', shown: (me) => holds(me, 'supervisor') },
    { to: '/county-people', text: 'county.title', shown: (me) => holds(me, 'supervisor') },
    { to: '/people', text: 'navigation.people' },
    { to: '/training', text: 'navigation.training', shown: seesCases },
    { to: '/account', text: 'navigation.account' },
  ],
]

export function Navigation({ me }: { readonly me: Me }) {
  const { t } = useTexts()
  return groups.map((group) => (
    <ul key={group[0]?.text}>
      {group
        .filter((place) => place.shown?.(me) ?? true)
        .map((place) => (
          <li key={place.text}>
            <Link to={place.to} activeOptions={{ exact: place.to === '/', includeSearch: false }}>
              {t(place.text)}
            </Link>
          </li>
        ))}
    </ul>
  ))
}
