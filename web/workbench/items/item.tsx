import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import type { Branch } from '@faheng/law/penalties/branch.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Item } from '../answers.ts'
import { CitationLink } from '../statutes/citation.tsx'
import { holds, useMe } from '../me.ts'
import { BenchmarkForm } from './benchmark-form.tsx'
import { ItemFacts } from './item-facts.tsx'
import { kindTitle } from './page.tsx'
import { itemQuery } from './queries.ts'

/** One item as it stood on a day, with its bases, kinds and the branches of its limits, beside the words of the norm. */
export function ItemPage() {
  const { t, w, join } = useTexts()
  const { id } = useParams({ from: '/shell/items/$id' })
  const { on } = useSearch({ from: '/shell/items/$id' })
  const navigate = useNavigate()
  const { data: item, error, refetch } = useQuery(itemQuery(id, on))
  useHeading(item?.title ?? t('items.title'))
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!item) return <Loading />
  return (
    <>
      <PageTitle title={item.title} under={[item.bodyName, item.field, item.id].filter(Boolean).join(' · ')}>
        <label className="day">
          {t('statutes.on')} <Input type="date" size="small" value={on ?? ''} onChange={(event) => void navigate({ to: '/items/$id', params: { id }, search: event.target.value ? { on: event.target.value } : {} })} />
        </label>
        <Link className="button" to="/items">
          {t('items.title')}
        </Link>
      </PageTitle>
      <Panel title={t('items.bases')}>
        {item.bases.map((basis) => (
          <div key={basis.reference.zh} className="blk">
            <h3>
              <CitationLink {...basis} on={on} />
            </h3>
            <p style={{ fontFamily: 'var(--serif)', margin: 0 }}>{basis.text}</p>
          </div>
        ))}
      </Panel>
      <Panel title={t('items.kinds')} aside={<Tag tone={item.status === 'parsed' ? 'jade' : 'amber'}>{t(item.status === 'parsed' ? 'items.parsed' : 'items.toConfirm')}</Tag>}>
        <div className="blk actions">
          {item.kinds.map((kind) => (
            <Tag key={kind.kind} tone="indigo">
              {w(kind.title)}
            </Tag>
          ))}
        </div>
        {item.orders.length > 0 ? (
          <div className="blk">
            {t('common.labelled', { label: t('items.orders'), text: join(item.orders) })}
          </div>
        ) : null}
        {item.reasons.map((reason) => (
          <div key={reason.zh} className="blk">
            {w(reason)}
          </div>
        ))}
      </Panel>
      <Branches item={item} />
      <Benchmarks item={item} />
      <ItemFacts item={item} />
    </>
  )
}

/** 裁量基准 (处罚法 34): tier by tier, what it asks for and how far it goes. */
function Benchmarks({ item }: { readonly item: Item }) {
  const { t, w } = useTexts()
  const me = useMe()
  const [editing, setEditing] = useState<string>()
  const mayEnter = holds(me, 'supervisor') || me.posts.some(({ kind, body }) => (kind === 'head' || kind === 'legal-reviewer') && body === item.body)
  if (editing !== undefined) return <BenchmarkForm item={item} line={item.benchmarks.find(({ benchmark }) => benchmark === editing)} onDone={() => setEditing(undefined)} />
  if (item.benchmarks.length === 0 && !mayEnter) return null
  return (
    <Panel title={t('items.benchmarks')} aside={mayEnter ? <Button size="small" onClick={() => setEditing('')}>{t('items.addLine')}</Button> : null}>
      {item.benchmarks.length === 0 ? <div className="blk dim">{t('items.noLine')}</div> : <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('items.tier')}</th>
            <th scope="col">{t('items.circumstances')}</th>
            <th scope="col">{t('items.range')}</th>
            <th scope="col">{t('items.maker')}</th>
          </tr>
        </thead>
        <tbody>
          {item.benchmarks.map((line) => (
            <tr key={line.benchmark}>
              <td>
                {line.tier} {line.mitigation ? <Tag tone="jade">{t('items.mitigation')}</Tag> : null} {line.status === 'parsed' ? null : <Tag tone="amber">{t('items.toConfirm')}</Tag>}
              </td>
              <td>{line.circumstances}</td>
              <td>
                {w(line.text)}
                {line.standard ? <small style={{ display: 'block' }}>{line.standard}</small> : null}
              </td>
              <td>
                {line.maker || item.bodyName}
                <small style={{ display: 'block' }}>{line.published ?? line.validFrom}{line.validUntil ? ` — ${line.validUntil}` : ''}</small>
                {mayEnter ? (
                  <Button size="small" type="link" onClick={() => setEditing(line.benchmark)}>
                    {t('items.changeLine')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>}
    </Panel>
  )
}

function Branches({ item }: { readonly item: Item }) {
  const { t, w, join } = useTexts()
  const branches = item.branches as readonly Branch[]
  if (branches.length === 0) return null
  return (
    <Panel title={t('items.branches')}>
      {branches.map((branch, i) => (
        <div key={i} className="blk">
          <h3>
            {i + 1}. {branch.condition || t('items.always')} {branch.status === 'parsed' ? null : <Tag tone="amber">{t('items.toConfirm')}</Tag>}
          </h3>
          <div>{join(branch.kinds.map((each) => kindTitle(each.kind, w)))}</div>
          {branch.fine ? (
            <div>
              {t('items.fine')} {w(rangeWords(branch.fine))}
            </div>
          ) : null}
          <small>
            {t('common.labelled', { label: t('items.text'), text: branch.text })}
          </small>
        </div>
      ))}
    </Panel>
  )
}
