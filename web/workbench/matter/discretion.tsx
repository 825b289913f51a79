import type { Benchmark } from '@faheng/law/discretion/benchmark.ts'
import { explain } from '@faheng/law/discretion/explain.ts'
import { type Spread, spreadOf } from '@faheng/law/discretion/similar.ts'
import { type Discretion as Told, weigh, type Weighed } from '@faheng/law/discretion/weigh.ts'
import type { Penalty } from '@faheng/law/procedures/penalty-decided.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Norm } from './norm.tsx'
import { Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { yuan } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { isRecord } from '../act/schema.ts'
import { type Discretion, discretionQuery, type Matter } from './queries.ts'

type Weighable = Discretion['violations'][number]

/** Beside the form: each penalty in its tier, the lists that may fit, and how the county decided such cases (R32, R33). */
export function DiscretionPanel({ matter, payload }: { readonly matter: Matter; readonly payload: unknown }) {
  const { t, w } = useTexts()
  const { data, error, refetch } = useQuery(discretionQuery(matter.row.id))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={6} />
  const weighed = weighedIn(matter, payload, data)
  return (
    <div className="pad">
      {data.violations.map((each) => {
        const fines = weighed.filter(({ cell }) => cell.violation === each.violation)
        return (
          <section key={each.violation}>
            <h3>
              <Link to="/items/$id" params={{ id: each.item }}>
                {matter.items[each.item] ?? each.item}
              </Link>
            </h3>
            {each.norm ? <Norm norm={each.norm} stated={penaltiesIn(matter, payload).filter(({ violation, stated }) => violation === each.violation && stated)} /> : null}
            {each.benchmarks.length === 0 ? <p className="dim">{t('discretion.noBenchmark')}</p> : fines.some(({ tier }) => tier) ? null : <p className="dim">{t('discretion.nothingTicked')}</p>}
            {fines.map((fine) => fine.tier ? (
              <p key={`${fine.cell.party} ${fine.cell.kind}`} className="notice">
                <Tag tone={fine.within === false ? 'amber' : 'jade'}>{t(fine.within === false ? 'discretion.outside' : 'discretion.within')}</Tag> {nameOf(matter, fine.cell.party)} {w(explain(fine, { evidence: [] }))}
              </p>
            ) : null)}
            {each.benchmarks.length > 0 ? <Lines lines={each.benchmarks} /> : null}
            <Lists matter={matter} rules={each.rules} />
            <Similar similar={each.similar} tier={fines.find(({ tier }) => tier)?.tier?.benchmark.tier} />
          </section>
        )
      })}
    </div>
  )
}

function Lines({ lines }: { readonly lines: Weighable['benchmarks'] }) {
  const { w } = useTexts()
  return (
    <dl className="facts">
      {lines.map((line) => (
        <div key={line.id} style={{ display: 'contents' }}>
          <dt>{line.tier}</dt>
          <dd>
            {w(line.text)}
            <small style={{ display: 'block' }}>{[line.circumstance, line.maker].filter(Boolean).join(' · ')}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Lists({ matter, rules }: { readonly matter: Matter; readonly rules: Weighable['rules'] }) {
  const { t, w, join } = useTexts()
  return (
    <>
      <h4>{t('discretion.suggestions')}</h4>
      {rules.length === 0 ? <p className="dim">{t('discretion.noRules')}</p> : null}
      {rules.map((rule) => (
        <p key={rule.id}>
          <Tag tone="indigo">{t(`discretion.${rule.list}`)}</Tag> {rule.violation} — {join(rule.conditions.map(w))}
          <small style={{ display: 'block' }}>
            {rule.title} · {rule.before.length > 0 ? t('discretion.before', { names: join(rule.before.map((party) => nameOf(matter, party))) }) : t('discretion.fits')}
          </small>
        </p>
      ))}
    </>
  )
}

function Similar({ similar, tier }: { readonly similar: Weighable['similar']; readonly tier: string | undefined }) {
  const { t } = useTexts()
  const same = similar.filter((each) => each.tier !== null && each.tier === tier)
  const rows = [
    { label: 'discretion.ofTier', spread: spreadOf(same.map(({ amount }) => amount)) },
    { label: 'discretion.ofItem', spread: spreadOf(similar.map(({ amount }) => amount)) },
  ] as const
  return (
    <>
      <h4>{t('discretion.similar')}</h4>
      {similar.length === 0 ? <p className="dim">{t('discretion.noSimilar')}</p> : null}
      {rows.map(({ label, spread }) => (spread ? <SpreadLine key={label} label={t(label)} spread={spread} /> : null))}
      {similar.length > 0 ? (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('discretion.body')}</th>
              <th scope="col">{t('discretion.conduct')}</th>
              <th scope="col">{t('items.tier')}</th>
              <th scope="col">{t('discretion.fine')}</th>
            </tr>
          </thead>
          <tbody>
            {(same.length > 0 ? same : similar).slice(0, 12).map((each, i) => (
              <tr key={i}>
                <td>{each.body}</td>
                <td>{each.conduct}</td>
                <td>{each.tier ?? t('discretion.noTier')}</td>
                <td>{yuan(each.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}

function SpreadLine({ label, spread }: { readonly label: string; readonly spread: Spread }) {
  const { t } = useTexts()
  return (
    <p>
      <b>{label}</b> · {t('discretion.count')} {spread.count} · {t('discretion.median')} {yuan(spread.median)} · {t('discretion.middle')} {yuan(spread.lowerQuartile)}—{yuan(spread.upperQuartile)} · {t('discretion.extremes')} {yuan(spread.lowest)}—{yuan(spread.highest)}
    </p>
  )
}

const nameOf = (matter: Matter, party: string): string => matter.parties.find(({ id }) => id === party)?.name ?? party

/** The fines of the form as it stands, else of the proposal on record. */
function weighedIn(matter: Matter, payload: unknown, { violations }: Discretion): Weighed[] {
  return weigh(
    violations.map(({ violation, item }) => ({ id: violation, item, until: '' })), penaltiesIn(matter, payload),
    { ticks: toldIn(matter, payload, 'ticks'), departures: toldIn(matter, payload, 'departures') } as unknown as Told,
    Object.fromEntries(violations.map(({ item, benchmarks }) => [item, benchmarks as unknown as readonly Benchmark[]])),
  )
}

const penaltiesIn = (matter: Matter, payload: unknown): Penalty[] => toldIn(matter, payload, 'penalties').filter((each) => typeof each['violation'] === 'string') as unknown as Penalty[]

/** What the form says, else the drafted decision, else the report. */
function toldIn(matter: Matter, payload: unknown, name: string): Record<string, unknown>[] {
  const state = isRecord(matter.state) ? matter.state : {}
  const told = [payload, state['draftDecision'], state['report']].filter(isRecord)
  return told.map((each) => each[name]).find((each): each is unknown[] => Array.isArray(each))?.filter(isRecord) ?? []
}
