import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import type { Branch } from '@faheng/law/penalties/branch.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Confirmed, ToConfirm } from '../answers.ts'
import { itemQuery, itemsQuery } from '../items/queries.ts'
import { useSentOnce } from '../people/use-sent-once.ts'

type Group = ToConfirm['groups'][number]

/** One violation with its lines: which item they spell out, which of its branches, and the lines that are read rightly. */
export function ConfirmGroup({ kind, group }: { readonly kind: 'benchmark' | 'leniency-rule'; readonly group: Group }) {
  const { t, w, join } = useTexts()
  const { message } = App.useApp()
  const [item, setItem] = useState<string | undefined>(group.item ?? undefined)
  const [branch, setBranch] = useState(0)
  const [left, setLeft] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Confirmed['refused']>([])
  const norm = useQuery({ ...itemQuery(item ?? ''), enabled: item !== undefined })
  const branches = (norm.data?.branches ?? []) as readonly Branch[]
  const lines = group.lines.filter(({ id }) => !left.includes(id)).map(({ id }) => id)
  const { error, busy, send } = useSentOnce<Confirmed>('/api/discretion/confirm', (answer) => {
    setRefused(answer.refused)
    if (answer.confirmed > 0) void message.success(t('toConfirm.done', { n: answer.confirmed }))
  }, 'to-confirm', 'item', 'leniency')
  return (
    <Panel title={group.violation} aside={<span className="dim">{group.bodyName}</span>}>
      <div className="blk dim">{join(group.bases.map(w))}</div>
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('toConfirm.line')}</th>
            <th scope="col">{t('toConfirm.read')}</th>
            <th scope="col">{t('toConfirm.source')}</th>
            <th scope="col">{t('toConfirm.why')}</th>
          </tr>
        </thead>
        <tbody>
          {group.lines.map((line) => (
            <tr key={line.id}>
              <td>
                <Checkbox checked={!left.includes(line.id)} onChange={({ target }) => setLeft(target.checked ? left.filter((each) => each !== line.id) : [...left, line.id])}>
                  {line.name}
                </Checkbox>
                <small style={{ display: 'block' }}>{line.validFrom}{line.validUntil ? ` — ${line.validUntil}` : ''}</small>
              </td>
              <td>{line.says.map((each) => <div key={each.zh}>{w(each)}</div>)}</td>
              <td>{line.source.map((each) => <div key={each}>{each}</div>)}</td>
              <td>
                {line.reasons.map((each) => <div key={each.zh}>{w(each)}</div>)}
                {refused.filter((each) => each.line === line.id).map(({ reason }) => <Tag key={reason.zh} tone="seal">{w(reason)}</Tag>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pad">
        <div className="filters">
          <ItemChoice group={group} item={item} onItem={(next) => { setItem(next); setBranch(0) }} />
          {kind === 'benchmark' && branches.length > 0 ? (
            <div>
              <label htmlFor={`branch-${group.id}`}>{t('items.branches')}</label>
              <Select
                id={`branch-${group.id}`} value={branch} onChange={setBranch} style={{ width: '100%' }} popupMatchSelectWidth={false}
                options={branches.map(({ condition, fine }, i) => ({ value: i, label: `${i + 1}. ${condition || t('items.always')}${fine ? ` · ${w(rangeWords(fine))}` : ''}` }))}
              />
            </div>
          ) : null}
          <div>
            <Button type="primary" loading={busy} disabled={item === undefined || lines.length === 0} onClick={() => void send({ kind, item, branch, lines })}>
              {t('toConfirm.confirm', { n: lines.length })}
            </Button>
          </div>
        </div>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}

/** Items on the same article first; others of the body are found by their title. */
function ItemChoice({ group, item, onItem }: { readonly group: Group; readonly item: string | undefined; readonly onItem: (item: string) => void }) {
  const { t } = useTexts()
  const [q, setQ] = useState('')
  const found = useQuery({ ...itemsQuery({ body: group.body, ...(q.trim() ? { q: q.trim() } : {}) }), enabled: q.trim() !== '' || group.items.length === 0, placeholderData: keepPreviousData })
  const choices = q.trim() === '' && group.items.length > 0 ? group.items : (found.data?.rows ?? [])
  return (
    <div style={{ minWidth: 280 }}>
      <label htmlFor={`item-${group.id}`}>{t('toConfirm.item')}</label>
      <Select
        id={`item-${group.id}`} value={item ?? null} onChange={(next: string) => onItem(next)} showSearch filterOption={false} onSearch={setQ} loading={found.isFetching}
        placeholder={t('toConfirm.choose')} popupMatchSelectWidth={false} style={{ width: '100%' }} options={choices.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </div>
  )
}
