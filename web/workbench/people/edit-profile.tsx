import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { ask, send } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { type Person, personQuery } from './staff-queries.ts'

const categories = ['civil-servant', 'referenced', 'public-institution', 'seconded', 'assistant', 'contract', 'service-worker'] as const
const pools = ['staff', 'counsel', 'public-lawyer'] as const

/** What the bureau keeps of a person, from today on; the ID number goes in and never comes out whole. */
export function EditProfile({ person: { id, profile } }: { readonly person: Person }) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [category, setCategory] = useState(profile?.category)
  const [education, setEducation] = useState(profile?.education ?? '')
  const [qualified, setQualified] = useState(profile?.legalQualification ?? false)
  const [fields, setFields] = useState<string[]>(profile?.fields ?? [])
  const [idNumber, setIdNumber] = useState('')
  const [pool, setPool] = useState(profile?.reviewerKind ?? undefined)
  const [since, setSince] = useState(profile?.reviewingSince ?? '')
  const [error, setError] = useState<unknown>()
  const request = useRef(newId())

  const told = async (work: () => Promise<unknown>): Promise<void> => {
    setError(undefined)
    try {
      await work()
      request.current = newId()
      setIdNumber('')
      void message.success(t('staff.saved'))
      await queries.invalidateQueries({ queryKey: personQuery(id).queryKey })
    } catch (problem) {
      setError(problem)
    }
  }
  const save = () => told(() => ask('PUT', `/api/people/${id}/profile`, {
    id: request.current, category, legalQualification: qualified, fields, ...(education ? { education } : {}), ...(idNumber ? { idNumber } : {}), ...(pool ? { reviewerKind: pool } : {}),
    ...(since ? { reviewingSince: since } : {}),
  }))
  const upload = (file: File | undefined) => file && told(() => send('PUT', `/api/people/${id}/photo`, file))

  return (
    <Panel title={t('staff.edit')}>
      <div className="pad">
        <div className="field">
          <label htmlFor="profile-category">{t('staff.category')}</label>
          <Select id="profile-category" value={category ?? null} onChange={setCategory} options={categories.map((value) => ({ value, label: t(`staff.${value}`) }))} style={{ width: '100%' }} />
        </div>
        <div className="field">
          <label htmlFor="profile-education">{t('staff.education')}</label>
          <Input id="profile-education" value={education} onChange={(event) => setEducation(event.target.value)} maxLength={100} />
        </div>
        <div className="field">
          <label htmlFor="profile-fields">{t('staff.fields')}</label>
          <Select id="profile-fields" mode="tags" open={false} value={fields} onChange={(next: string[]) => setFields(next)} style={{ width: '100%' }} />
        </div>
        <div className="field">
          <label htmlFor="profile-id">{t('staff.idNumber')}</label>
          <Input id="profile-id" value={idNumber} onChange={(event) => setIdNumber(event.target.value)} maxLength={24} autoComplete="off" />
          <small className="dim">{t('staff.idHint')}</small>
        </div>
        <div className="field">
          <Checkbox checked={qualified} onChange={(event) => setQualified(event.target.checked)}>
            {t('staff.qualification')}
          </Checkbox>
        </div>
        <div className="field">
          <label htmlFor="profile-pool">{t('staff.reviewer')}</label>
          <Select id="profile-pool" allowClear placeholder={t('staff.notPooled')} value={pool ?? null} onChange={setPool} options={pools.map((value) => ({ value, label: t(`staff.${value}`) }))} style={{ width: '100%' }} />
        </div>
        <div className="field">
          <label htmlFor="profile-since">{t('staff.reviewingSince')}</label>
          <Input id="profile-since" type="date" value={since} onChange={(event) => setSince(event.target.value)} />
        </div>
        <Button type="primary" disabled={category === undefined} onClick={() => void save()}>
          {t('common.save')}
        </Button>
        <div className="field" style={{ marginTop: 16 }}>
          <label htmlFor="profile-photo">{t('staff.choosePhoto')}</label>
          <input id="profile-photo" type="file" accept="image/jpeg,image/png" onChange={(event) => void upload(event.target.files?.[0])} />
        </div>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}
