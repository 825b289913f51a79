import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import '../matter/matter.css'
import { PageTitle, Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import { Accounts } from './accounts.tsx'
import { AddBody, AddUnit } from './add-body.tsx'
import { Approvals } from './approvals.tsx'
import { Assign } from './assign.tsx'
import { Posts } from './posts.tsx'
import { bodiesQuery } from './queries.ts'
import { BodySettings } from './settings.tsx'

/** The bodies of the county and who holds which post; the system administrator assigns and ends posts. */
export function PeoplePage() {
  const { t } = useTexts()
  const me = useMe()
  const bodies = useQuery(bodiesQuery)
  const [body, setBody] = useState<string | undefined>(me.posts[0]?.body)
  useHeading(t('people.title'))
  const mayAssign = holds(me, 'system-administrator')
  if (bodies.error) return <Failed page error={bodies.error} retry={() => void bodies.refetch()} />
  if (!bodies.data) return <Loading />
  const chosen = bodies.data.rows.find((each) => each.id === body)
  return (
    <>
      <PageTitle title={t('people.title')} under={me.regionName} />
      <div className="field" style={{ maxWidth: 420 }}>
        <label htmlFor="people-body">{t('common.body')}</label>
        <Select id="people-body" value={body ?? null} onChange={(id: string | undefined) => setBody(id)} allowClear options={bodies.data.rows.map(({ id, name }) => ({ value: id, label: name }))} style={{ width: '100%' }} />
      </div>
      {chosen ? (
        <Panel title={chosen.name}>
          <dl className="facts pad">
            <dt>{t('people.prefix')}</dt>
            <dd>{chosen.numberPrefix}</dd>
            {chosen.creditCode ? (
              <>
                <dt>{t('people.creditCode')}</dt>
                <dd className="mono">{chosen.creditCode}</dd>
              </>
            ) : null}
            <dt>{t('common.unit')}</dt>
            <dd>{chosen.units.map((each) => each.name).join('、') || t('common.none')}</dd>
          </dl>
          {mayAssign ? <AddUnit key={chosen.id} body={chosen.id} /> : null}
        </Panel>
      ) : null}
      <Panel title={t('people.posts')}>
        <Posts body={body} mayEnd={mayAssign} />
      </Panel>
      {chosen ? <Approvals key={chosen.id} body={chosen.id} mayChange={mayAssign} /> : null}
      {chosen ? <BodySettings key={`settings-${chosen.id}`} body={chosen.id} mayChange={mayAssign} /> : null}
      {mayAssign ? (
        <Panel title={t('people.assign')}>
          <Assign bodies={bodies.data.rows} body={body} />
        </Panel>
      ) : null}
      {mayAssign ? <Accounts key={`accounts-${body ?? ''}`} body={body} /> : null}
      {mayAssign ? <AddBody bodies={bodies.data.rows} onAdded={setBody} /> : null}
    </>
  )
}
