import type { AddPersonAnswer } from '@faheng/api/people.ts'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Static } from 'typebox'
import { newId } from '../../shared-ui/client/new-id.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Shown } from './passwords.tsx'
import { useSentOnce } from './use-sent-once.ts'

/** A person who is in no register yet, with his sign-in; posts are given apart. */
export function AddPerson({ onAdded }: { readonly onAdded: (person: Shown) => void }) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [username, setUsername] = useState('')
  const person = useRef(newId())
  const { error, busy, send } = useSentOnce<Static<typeof AddPersonAnswer>>('/api/people', (answer) => {
    onAdded({ ...answer, name })
    person.current = newId()
    setName('')
    setPhone('')
    setUsername('')
  }, 'accounts', 'people-named')
  const add = () => send({ person: person.current, name: name.trim(), username: username.trim(), ...(phone.trim() ? { phone: phone.trim() } : {}) })
  return (
    <form
      className="pad"
      aria-label={t('people.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <h3>{t('people.add')}</h3>
      <div className="filters">
        <div>
          <label htmlFor="add-name">{t('people.name')}</label>
          <Input id="add-name" required maxLength={60} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div>
          <label htmlFor="add-username">{t('people.username')}</label>
          <Input id="add-username" required minLength={2} maxLength={40} autoComplete="off" value={username} onChange={(event) => setUsername(event.target.value)} />
        </div>
        <div>
          <label htmlFor="add-phone">{t('people.phone')}</label>
          <Input id="add-phone" type="tel" maxLength={30} autoComplete="off" value={phone} onChange={(event) => setPhone(event.target.value)} />
        </div>
        <div>
          <Button type="primary" htmlType="submit" loading={busy} disabled={name.trim() === '' || username.trim().length < 2}>
            {t('people.add')}
          </Button>
        </div>
      </div>
      <SubmitProblem error={error} />
    </form>
  )
}
