import { beyondLaw } from '@faheng/law/discretion/legal-range.ts'
import { rangeWords } from '@faheng/law/discretion/range-words.ts'
import { rangeIn } from '@faheng/law/discretion/standard.ts'
import type { Branch } from '@faheng/law/penalties/branch.ts'
import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Item } from '../answers.ts'
import { useSentOnce } from '../people/use-sent-once.ts'

type Line = Item['benchmarks'][number]

/** One line of a benchmark by hand: what its words come to, and whether the law allows it, is said while it is typed. */
export function BenchmarkForm({ item, line, onDone }: { readonly item: Item; readonly line: Line | undefined; readonly onDone: () => void }) {
  const { t, w } = useTexts()
  const { message } = App.useApp()
  const [fields, setFields] = useState({ tier: line?.tier ?? '', circumstances: line?.circumstances ?? '', standard: line?.standard ?? '', maker: line?.maker ?? '', published: line?.published ?? '', from: '', until: line?.validUntil ?? '' })
  const [rank, setRank] = useState(line?.rank ?? item.benchmarks.length + 1)
  const [branch, setBranch] = useState(line?.branch ?? 0)
  const [mitigation, setMitigation] = useState(line?.mitigation ?? false)
  const { error, busy, send } = useSentOnce('/api/discretion/lines', () => {
    void message.success(t('items.lineEntered'))
    onDone()
  }, 'item')
  const branches = item.branches as readonly Branch[]
  const input = (field: keyof typeof fields, label: string, type?: 'date') => (
    <div>
      <label htmlFor={`line-${field}`}>{label}</label>
      <Input id={`line-${field}`} type={type ?? 'text'} value={fields[field]} maxLength={200} autoComplete="off" onChange={(event) => setFields((all) => ({ ...all, [field]: event.target.value }))} />
    </div>
  )
  const text = (field: 'circumstances' | 'standard', label: string, hint?: string) => (
    <div className="line-text">
      <label htmlFor={`line-${field}`}>{label}</label>
      <Input.TextArea id={`line-${field}`} value={fields[field]} maxLength={2000} rows={2} placeholder={hint ?? ''} onChange={(event) => setFields((all) => ({ ...all, [field]: event.target.value }))} />
    </div>
  )
  const ready = [fields.tier, fields.circumstances, fields.standard, fields.published, fields.from].every((each) => each.trim() !== '')
  return (
    <Panel title={t(line ? 'items.changeLine' : 'items.addLine')}>
      <div className="pad">
        <div className="filters">
          {input('tier', t('items.tier'))}
          <div>
            <label htmlFor="line-rank">{t('items.rank')}</label>
            <InputNumber id="line-rank" min={0} max={999} value={rank} onChange={(value) => setRank(value ?? 0)} style={{ width: '100%' }} />
          </div>
          {branches.length > 0 ? (
            <div>
              <label htmlFor="line-branch">{t('items.branches')}</label>
              <Select
                id="line-branch" value={branch} onChange={setBranch} style={{ width: '100%' }} popupMatchSelectWidth={false}
                options={branches.map(({ condition, fine }, i) => ({ value: i, label: `${i + 1}. ${condition || t('items.always')}${fine ? ` · ${w(rangeWords(fine))}` : ''}` }))}
              />
            </div>
          ) : null}
          {input('maker', t('items.superior'))}
          {input('published', t('items.publishedOn'), 'date')}
          {input('from', t('items.lineFrom'), 'date')}
          {input('until', t('items.lineUntil'), 'date')}
        </div>
        {text('circumstances', t('items.circumstances'))}
        {text('standard', t('items.standard'), '处五千元以上一万元以下罚款')}
        <Reading standard={fields.standard} branch={branches[branch]} mitigation={mitigation} />
        <p>
          <Checkbox checked={mitigation} onChange={({ target }) => setMitigation(target.checked)}>
            {t('items.asMitigation')}
          </Checkbox>
        </p>
        <div className="actions">
          <Button
            type="primary" loading={busy} disabled={!ready}
            onClick={() => void send({
              item: item.id, ...(line ? { line: line.benchmark } : {}), tier: fields.tier.trim(), rank, circumstances: fields.circumstances.trim(), standard: fields.standard.trim(), branch, mitigation,
              ...(fields.maker.trim() ? { maker: fields.maker.trim() } : {}), published: fields.published, from: fields.from, ...(fields.until ? { until: fields.until } : {}),
            })}
          >
            {t(line ? 'items.changeLine' : 'items.addLine')}
          </Button>
          <Button onClick={onDone}>{t('common.cancel')}</Button>
        </div>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}

/** What was typed, as the register would hold it, beside the branch it spells out. */
function Reading({ standard, branch, mitigation }: { readonly standard: string; readonly branch: Branch | undefined; readonly mitigation: boolean }) {
  const { t, w } = useTexts()
  if (standard.trim() === '') return null
  const read = rangeIn(standard)
  if ('unread' in read) return <p><Tag tone="amber">{w(read.unread)}</Tag></p>
  const against = read.range === null || branch === undefined ? undefined : beyondLaw(read.range, [branch], mitigation)
  return (
    <p aria-live="polite">
      {t('common.labelled', { label: t('items.range'), text: w(rangeWords(read.range)) })} {against === undefined ? null : <Tag tone="seal">{against === 'unknown' ? t('items.incomparable') : w(against)}</Tag>}
    </p>
  )
}
