import { Input, Select } from 'antd'
import { dayOf } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { MomentField } from './fields/day.tsx'
import type { Draft } from './use-draft.ts'

/** When a fact happened, how that is known, and why it is entered later (R2). Empty means now. */
export function When({ draft, change, now }: { readonly draft: Draft; readonly change: (change: Partial<Draft>) => void; readonly now: () => number }) {
  const { t } = useTexts()
  const late = draft.occurredAt !== undefined && dayOf(draft.occurredAt) < dayOf(new Date(now()).toISOString())
  return (
    <div className="when">
      <div className="field">
        <label htmlFor="occurredAt">
          {t('act.occurredAt')} <span className="dim">{t('act.optional')}</span>
        </label>
        <MomentField id="occurredAt" value={draft.occurredAt} onChange={(at) => change({ occurredAt: typeof at === 'string' ? at : undefined })} />
      </div>
      {draft.occurredAt ? (
        <div className="field">
          <label htmlFor="source">{t('act.source')}</label>
          <Select id="source" value={draft.source} onChange={(source) => change({ source })} options={(['stated', 'device', 'paper'] as const).map((value) => ({ value, label: t(`act.${value}`) }))} style={{ width: '100%' }} />
        </div>
      ) : null}
      {late ? (
        <div className="field wide">
          <label htmlFor="lateReason">{t('act.lateReason')}</label>
          <Input id="lateReason" value={draft.lateReason} maxLength={500} onChange={(event) => change({ lateReason: event.target.value })} />
        </div>
      ) : null}
    </div>
  )
}
