import { type ItemKind, itemKinds } from '@faheng/law/items/content.ts'
import { Link } from '@tanstack/react-router'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import type { Item } from '../answers.ts'

/** What kind of power it is, from when to when, every version it had, and the townships that hold it that day. */
export function ItemFacts({ item }: { readonly item: Item }) {
  const { t, w } = useTexts()
  return (
    <Panel
      title={t('items.register')}
      aside={
        <span>
          <Tag tone="indigo">{w(itemKinds[item.kind as ItemKind])}</Tag> <Tag tone={item.published ? 'jade' : 'amber'}>{t(item.published ? 'items.published' : 'items.unpublished')}</Tag>
        </span>
      }
    >
      <dl className="facts pad">
        <dt>{t('items.valid')}</dt>
        <dd>
          {item.validFrom} — {item.validUntil ?? ''}
        </dd>
        {(['subject', 'level'] as const).flatMap((name) => (item[name] === '' ? [] : [<dt key={name}>{t(`items.${name}`)}</dt>, <dd key={`${name} said`}>{item[name]}</dd>]))}
        <dt>{t('items.source')}</dt>
        <dd>{t(item.source === 'import' ? 'items.fromImport' : item.source === 'adjustment' ? 'items.fromAdjustment' : 'items.fromRegister')}</dd>
        <dt>{t('items.limitation')}</dt>
        <dd>{t('items.limitationYears', { years: item.limitationYears, harm: item.harmYears })}</dd>
        <dt>{t('items.versions')}</dt>
        <dd>
          {item.versions.map(({ version, validFrom }, i) => (
            <span key={version}>
              {i > 0 ? ' · ' : ''}
              <Link to="/items/$id" params={{ id: item.id }} search={{ on: validFrom < '1950' ? item.validFrom : validFrom }} aria-current={version === item.version ? 'true' : undefined}>
                {t('items.version', { n: version, from: validFrom })}
              </Link>
            </span>
          ))}
        </dd>
        {item.grants.length > 0 ? (
          <>
            <dt>{t('items.grants')}</dt>
            <dd>
              {item.grants.map((grant) => (
                <div key={grant.township + grant.validFrom}>
                  {grant.townshipName} <Tag tone="plain">{t(grant.exclusive ? 'townships.exclusive' : 'townships.concurrent')}</Tag> <small>{grant.basis} · {grant.validFrom} — {grant.validUntil ?? ''}</small>
                </div>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </Panel>
  )
}
