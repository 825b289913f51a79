import { checkCreditCode } from '@faheng/law/identifiers/credit-code.ts'
import { checkResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { Button, Input, Modal, Radio } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { get, post, withQuery } from '../../../shared-ui/client/ask.ts'
import { newId } from '../../../shared-ui/client/new-id.ts'
import { useTexts } from '../../../shared-ui/texts/use-texts.ts'
import type { PartyPage, PartyRow } from '../../answers.ts'
import { SubmitProblem } from '../submit-problem.tsx'

const kinds = ['legal-person', 'individual-business', 'person', 'organisation'] as const
type Kind = (typeof kinds)[number]

/** A party is entered once: a code already known is offered instead, a code that fails its check is a warning with its reason. */
export function NewParty({ name: typed, onParty, onClose }: { readonly name: string; readonly onParty: (party: PartyRow) => void; readonly onClose: () => void }) {
  const { t, w } = useTexts()
  const [kind, setKind] = useState<Kind>('legal-person')
  const [fields, setFields] = useState<Record<string, string>>({ name: typed })
  const [known, setKnown] = useState<PartyRow>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const id = useRef(newId())
  const set = (field: string) => (value: string) => setFields((all) => ({ ...all, [field]: value }))
  const code = (fields['code'] ?? '').trim()
  const check = code === '' ? undefined : kind === 'person' ? checkResidentId(code) : checkCreditCode(code)

  const lookUp = async (): Promise<void> => {
    if (code.length < 6) return setKnown(undefined)
    const page = await get<PartyPage>(withQuery('/api/parties', { q: code })).catch(() => undefined)
    setKnown(page?.rows.find((each) => each.code === code.toUpperCase()))
  }

  const create = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    const filled = Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (value.trim() ? [[field, value.trim()]] : [])))
    const birth = kind === 'person' && check?.ok && 'birth' in check ? { birth: check.birth } : {}
    try {
      await post('/api/parties', { id: id.current, kind, ...birth, ...filled })
      onParty({ id: id.current, name: filled['name'] ?? '', code: filled['code'] ?? null, address: filled['address'] ?? null })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal open title={t('act.newParty')} onCancel={onClose} footer={null} width={520}>
      <fieldset className="field">
        <legend>{t('party.kind')}</legend>
        <Radio.Group name="party-kind" value={kind} onChange={(event) => setKind(event.target.value as Kind)} options={kinds.map((value) => ({ value, label: t(`party.${value}`) }))} />
      </fieldset>
      <Line id="party-name" label={t('party.name')}>
        <Input id="party-name" value={fields['name'] ?? ''} onChange={(event) => set('name')(event.target.value)} maxLength={200} />
      </Line>
      <Line id="party-code" label={t('party.code')}>
        <Input id="party-code" value={fields['code'] ?? ''} onChange={(event) => set('code')(event.target.value.toUpperCase())} onBlur={() => void lookUp()} maxLength={40} />
        {check && !check.ok ? <small className="gap-text">{w(check.reason)}</small> : null}
        {known ? (
          <p className="notice amber">
            {t('party.known', { name: known.name })} <Button size="small" onClick={() => onParty(known)}>{t('party.useKnown')}</Button>
          </p>
        ) : null}
      </Line>
      {check && !check.ok ? (
        <Line id="party-note" label={t('party.codeNote')}>
          <Input id="party-note" value={fields['codeNote'] ?? ''} onChange={(event) => set('codeNote')(event.target.value)} maxLength={200} />
        </Line>
      ) : null}
      {kind === 'person' ? null : (
        <Line id="party-representative" label={t('party.representative')}>
          <Input id="party-representative" value={fields['representative'] ?? ''} onChange={(event) => set('representative')(event.target.value)} maxLength={60} />
        </Line>
      )}
      <Line id="party-address" label={t('party.address')}>
        <Input id="party-address" value={fields['address'] ?? ''} onChange={(event) => set('address')(event.target.value)} maxLength={200} />
      </Line>
      <Line id="party-phone" label={t('party.phone')}>
        <Input id="party-phone" type="tel" value={fields['phone'] ?? ''} onChange={(event) => set('phone')(event.target.value)} maxLength={30} />
      </Line>
      <SubmitProblem error={error} />
      <div className="actions">
        <Button type="primary" loading={busy} disabled={(fields['name'] ?? '').trim() === '' || (check?.ok === false && (fields['codeNote'] ?? '').trim() === '')} onClick={() => void create()}>
          {t('party.create')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </Modal>
  )
}

const Line = ({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
)
