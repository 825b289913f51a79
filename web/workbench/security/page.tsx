import type { LockoutsAnswer } from '@faheng/api/people.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Static } from 'typebox'
import { get } from '../../shared-ui/client/ask.ts'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { moment } from '../../shared-ui/format.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import { useSentOnce } from '../people/use-sent-once.ts'

/** Accounts and addresses that are locked now after wrong passwords; the security administrator lifts a lock. */
export function SecurityPage() {
  const { t } = useTexts()
  useHeading(t('security.title'))
  const { data, error, refetch } = useQuery({ queryKey: ['lockouts'], queryFn: ({ signal }) => get<Static<typeof LockoutsAnswer>>('/api/security/lockouts', signal), refetchOnWindowFocus: true })
  const unlock = useSentOnce('/api/security/unlock', () => undefined, 'lockouts')
  if (error) return <Failed page error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <PageTitle title={t('security.title')} under={t('security.intro')} />
      <Panel title={t('security.locked')}>
        {data.rows.length === 0 ? <Empty title={t('security.none')} /> : (
          <table className="rows stack">
            <thead>
              <tr>
                <th scope="col">{t('security.what')}</th>
                <th scope="col">{t('security.failures')}</th>
                <th scope="col">{t('security.until')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map(({ key, failures, until }) => (
                <tr key={key}>
                  <td className="mono">{nameOf(key)}</td>
                  <td className="number">{failures}</td>
                  <td>
                    {moment(until)}{' '}
                    <Button size="small" loading={unlock.busy} aria-label={`${t('security.unlock')} ${nameOf(key)}`} onClick={() => void unlock.send({ key })}>
                      {t('security.unlock')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <SubmitProblem error={unlock.error} />
      </Panel>
    </>
  )
}

/** `account:zhang`, `address:10.0.0.7`. */
const nameOf = (key: string): string => key.replace(/^[a-z]+:/, '')
