import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useMemo } from 'react'
import { PageTitle, Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { collectRules, type RuleRow } from './collect.ts'

const kinds = ['guards', 'findings', 'clocks'] as const

/** Every condition, finding and term the machine knows, read from the same table that decides. */
export function RulesPage() {
  const { t, w } = useTexts()
  const { q = '' } = useSearch({ from: '/shell/rules' })
  const navigate = useNavigate()
  useHeading(t('rules.title'))
  const all = useMemo(() => collectRules(), [])
  const wanted = q.trim().toLowerCase()
  const shown = all.filter((rule) => wanted === '' || rule.words.includes(wanted))
  return (
    <>
      <PageTitle title={t('rules.title')} under={t('rules.intro')} />
      <form className="filters" role="search" aria-label={t('rules.q')} onSubmit={(event) => event.preventDefault()}>
        <div className="wide">
          <label htmlFor="rules-q">{t('rules.q')}</label>
          <Input id="rules-q" value={q} onChange={(event) => void navigate({ to: '/rules', search: event.target.value ? { q: event.target.value } : {}, replace: true })} />
        </div>
        <span className="dim" role="status">
          {t('rules.shown', { n: shown.length, total: all.length })}
        </span>
      </form>
      {shown.length === 0 ? <Empty title={t('matters.empty')} /> : null}
      {kinds.map((kind) => {
        const rules = shown.filter((each) => each.kind === kind)
        return rules.length === 0 ? null : (
          <Panel key={kind} title={t(`rules.${kind}`)} aside={<small>{t('common.count', { n: rules.length })}</small>}>
            {kind === 'guards' ? <p className="blk dim">{t('rules.onPower')}</p> : null}
            {rules.map((rule) => (
              <Rule key={rule.id} rule={rule} w={w} />
            ))}
          </Panel>
        )
      })}
    </>
  )
}

function Rule({ rule, w }: { readonly rule: RuleRow; readonly w: (text: { zh: string; en: string }) => string }) {
  const { t, join } = useTexts()
  return (
    <div className="blk" id={rule.id}>
      <h3>
        {w(rule.title)} {rule.severity ? <Tag tone="amber">{t(`matter.${rule.severity}`)}</Tag> : null}
      </h3>
      <div>{w(rule.reference)}</div>
      {rule.cure ? (
        <div>
          {t('common.labelled', { label: t('common.cure'), text: w(rule.cure) })}
        </div>
      ) : null}
      {rule.acts.length > 0 ? (
        <small>
          {t('common.labelled', { label: t('rules.appliesTo'), text: join(rule.acts.map(w)) })}
        </small>
      ) : null}
    </div>
  )
}
