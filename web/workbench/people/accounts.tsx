import type { AccountsAnswer, AddPersonAnswer, OpenAccountsAnswer } from '@faheng/api/people.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { AddPerson } from './add-person.tsx'
import { Passwords, type Shown } from './passwords.tsx'
import { useSentOnce } from './use-sent-once.ts'

type Accounts = Static<typeof AccountsAnswer>

/** Who signs in under which name: the system administrator adds people, gives sign-ins to those of the register, and resets passwords. */
export function Accounts({ body }: { readonly body: string | undefined }) {
  const { t } = useTexts()
  const { modal } = App.useApp()
  const [q, setQ] = useState('')
  const [without, setWithout] = useState(false)
  const [after, setAfter] = useState<string>()
  const [shown, setShown] = useState<readonly Shown[]>([])
  const filter = { q: q.trim() || undefined, body, without: without || undefined, after, limit: 50 }
  const { data, error, refetch } = useQuery({ queryKey: ['accounts', filter], queryFn: ({ signal }) => get<Accounts>(withQuery('/api/people/accounts', filter), signal), placeholderData: keepPreviousData })
  const given = useSentOnce<Static<typeof OpenAccountsAnswer>>('/api/people/accounts', ({ accounts }) => setShown(accounts), 'accounts')
  const reset = useSentOnce<Static<typeof AddPersonAnswer>>('/api/people/reset-password', (answer) => setShown([answer]), 'accounts')
  const askReset = (username: string, name: string): void =>
    void modal.confirm({ icon: null, title: t('people.reset'), content: t('people.resetAsk', { name }), okText: t('people.reset'), cancelText: t('common.cancel'), onOk: () => reset.send({ username }) })
  const lacking = (data?.rows ?? []).filter(({ username }) => username === null)
  return (
    <Panel title={t('people.accounts')}>
      <Passwords shown={shown} onClose={() => setShown([])} />
      <div className="filters pad">
        <div>
          <label htmlFor="accounts-q">{t('people.name')}</label>
          <Input id="accounts-q" allowClear value={q} onChange={(event) => { setQ(event.target.value); setAfter(undefined) }} />
        </div>
        <Checkbox checked={without} onChange={(event) => { setWithout(event.target.checked); setAfter(undefined) }}>
          {t('people.withoutAccount')}
        </Checkbox>
        {lacking.length > 1 ? (
          <div>
            <Button loading={given.busy} onClick={() => void given.send({ people: lacking.map(({ person }) => ({ person })) })}>
              {t('people.giveAll', { n: lacking.length })}
            </Button>
          </div>
        ) : null}
      </div>
      <SubmitProblem error={given.error ?? reset.error} />
      {error ? <Failed error={error} retry={() => void refetch()} /> : data === undefined ? <Loading /> : data.rows.length === 0 ? <Empty title={t('people.nobody')} /> : (
        <table className="rows stack">
          <thead>
            <tr>
              <th scope="col">{t('people.person')}</th>
              <th scope="col">{t('people.username')}</th>
              <th scope="col">{t('people.access')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ person, name, username, passwordDue }) => (
              <tr key={person}>
                <td>
                  <Link to="/people/$id" params={{ id: person }}>{name}</Link>
                </td>
                <td className="mono">
                  {username ?? <span className="dim">{t('people.noAccount')}</span>} {passwordDue ? <Tag tone="amber">{t('people.passwordDue')}</Tag> : null}
                </td>
                <td>
                  {username === null ? (
                    <Button size="small" loading={given.busy} aria-label={`${t('people.give')} ${name}`} onClick={() => void given.send({ people: [{ person }] })}>{t('people.give')}</Button>
                  ) : (
                    <Button size="small" aria-label={`${t('people.reset')} ${name}`} onClick={() => askReset(username, name)}>{t('people.reset')}</Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="actions pad">
        {after !== undefined ? <Button onClick={() => setAfter(undefined)}>{t('staff.first')}</Button> : null}
        {data?.next ? <Button onClick={() => setAfter(data.next ?? undefined)}>{t('staff.next')}</Button> : null}
      </p>
      <AddPerson onAdded={(added) => setShown([added])} />
    </Panel>
  )
}
