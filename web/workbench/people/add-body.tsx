import { checkCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { newId } from '../../shared-ui/client/new-id.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { BodiesPage } from '../answers.ts'
import { useSentOnce } from './use-sent-once.ts'

const kinds = ['organ', 'authorised', 'entrusted', 'township'] as const
type Field = 'id' | 'name' | 'shortName' | 'numberPrefix' | 'creditCode' | 'township'

/** A body of the county from today on; who works in it comes by posts. */
export function AddBody({ bodies, onAdded }: { readonly bodies: BodiesPage['rows']; readonly onAdded: (body: string) => void }) {
  const { t, w } = useTexts()
  const [kind, setKind] = useState<(typeof kinds)[number]>('organ')
  const [principal, setPrincipal] = useState<string>()
  const [fields, setFields] = useState<Partial<Record<Field, string>>>({})
  const { error, busy, send } = useSentOnce('/api/bodies', () => {
    onAdded(fields.id?.trim() ?? '')
    setFields({})
  }, 'bodies')
  const filled = Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (value.trim() && (field !== 'township' || kind === 'township') ? [[field, value.trim()]] : [])))
  const checked = filled['creditCode'] === undefined ? undefined : checkCreditCode(filled['creditCode'])
  const ready = ['id', 'name', 'shortName', 'numberPrefix', ...(kind === 'township' ? ['township'] : [])].every((field) => filled[field]) && (kind !== 'entrusted' || principal !== undefined)
  const line = (field: Field, label: string, hint?: string) => (
    <div>
      <label htmlFor={`body-${field}`}>{label}</label>
      <Input id={`body-${field}`} value={fields[field] ?? ''} maxLength={200} autoComplete="off" placeholder={hint ?? ''} onChange={(event) => setFields((all) => ({ ...all, [field]: event.target.value }))} />
    </div>
  )
  return (
    <Panel title={t('people.addBody')}>
      <div className="pad">
        <div className="filters">
          {line('name', t('people.bodyName'))}
          {line('shortName', t('people.shortName'))}
          {line('numberPrefix', t('people.prefix'))}
          {line('id', t('people.bodyCode'), t('people.bodyCodeHint'))}
          <div>
            <label htmlFor="body-kind">{t('people.bodyKind')}</label>
            <Select id="body-kind" value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`people.${value}`) }))} style={{ width: '100%' }} />
          </div>
          {kind === 'township' ? line('township', t('people.townshipCode')) : null}
          {kind === 'entrusted' ? (
            <div>
              <label htmlFor="body-principal">{t('people.principal')}</label>
              <Select id="body-principal" value={principal ?? null} onChange={setPrincipal} options={bodies.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: '100%' }} />
            </div>
          ) : null}
          {line('creditCode', t('people.creditCode'))}
          <div>
            <Button
              type="primary"
              loading={busy}
              disabled={!ready}
              onClick={() => void send({ body: { ...filled, kind, ...(kind === 'entrusted' && principal ? { principal } : {}) } })}
            >
              {t('people.addBody')}
            </Button>
          </div>
        </div>
        {checked && !checked.ok ? <small className="gap-text">{w(checked.reason)}</small> : null}
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}

export function AddUnit({ body }: { readonly body: string }) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const { error, busy, send } = useSentOnce('/api/units', () => setName(''), 'bodies')
  return (
    <div className="pad">
      <div className="filters">
        <div>
          <label htmlFor="unit-name">{t('people.unitName')}</label>
          <Input id="unit-name" value={name} maxLength={200} autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <Button loading={busy} disabled={name.trim() === ''} onClick={() => void send({ unit: { id: newId(), body, name: name.trim() } })}>
            {t('people.addUnit')}
          </Button>
        </div>
      </div>
      <SubmitProblem error={error} />
    </div>
  )
}
