import type { MatterCount, MatterPage } from '@faheng/api/matters.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Static } from 'typebox'
import '../matter/matter.css'
import { get, withQuery } from '../../shared-ui/client/ask.ts'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { holds, useMe } from '../me.ts'
import type { Filter } from './filter.ts'
import { cases, leadStages, wholeList } from './whole-list.ts'
import { Filters } from './filters.tsx'
import { SavedViews } from './saved-views.tsx'
import { MatterTable } from './table.tsx'

export const LeadsPage = () => <Matters place="/leads" filter={useSearch({ from: '/shell/leads' })} />
export const CasesPage = () => <Matters place="/cases" filter={useSearch({ from: '/shell/cases' })} />

/** Leads and cases: one list, narrowed by the address, paged by the last row seen; the count comes when it comes. */
function Matters({ place, filter }: { readonly place: '/leads' | '/cases'; readonly filter: Filter }) {
  const { t, language } = useTexts()
  const me = useMe()
  const navigate = useNavigate()
  const title = t(place === '/leads' ? 'matters.leads' : 'matters.cases')
  useHeading(title)
  const { after, ...narrowed } = filter
  const asked = { procedure: cases, ...narrowed, stage: narrowed.stage ?? wholeList[place] }
  const page = useQuery({
    queryKey: ['matters', asked, after],
    queryFn: ({ signal }) => get<Static<typeof MatterPage>>(withQuery('/api/matters', { ...asked, after, limit: 50 }), signal),
    placeholderData: keepPreviousData,
  })
  const count = useQuery({ queryKey: ['matters-count', asked], queryFn: ({ signal }) => get<Static<typeof MatterCount>>(withQuery('/api/matters/count', asked), signal), enabled: page.isSuccess })
  const go = (search: Filter): void => void navigate({ to: place, search })
  const rows = page.data?.rows
  return (
    <>
      <PageTitle title={title} under={count.data ? t(count.data.more ? 'matters.totalMore' : 'matters.total', { n: count.data.count }) : ' '}>
        {rows && rows.length > 0 ? <a className="button" href={withQuery('/api/matters.csv', { ...asked, language })} download>{t('matters.csv')}</a> : null}
        {place === '/leads' && holds(me, 'officer', 'receiving-clerk') ? (
          <Link className="button go" to="/leads/new">
            {t('navigation.register')}
          </Link>
        ) : null}
      </PageTitle>
      <SavedViews key={`views ${place}`} place={place} filter={narrowed} />
      <Filters key={place} filter={narrowed} stages={place === '/leads' ? leadStages : undefined} onChange={go} />
      <div className="panel" aria-busy={page.isFetching}>
        {page.error ? <Failed error={page.error} retry={() => void page.refetch()} /> : !rows ? <Loading rows={8} /> : rows.length === 0 ? <Empty title={t('matters.empty')} hint={t('matters.emptyHint')} /> : <MatterTable rows={rows} />}
      </div>
      <div className="actions" style={{ marginTop: 12 }}>
        {after ? <Button onClick={() => go(narrowed)}>{t('matters.first')}</Button> : null}
        {page.data?.next ? <Button onClick={() => go({ ...narrowed, after: page.data.next as string })}>{t('matters.next')}</Button> : null}
      </div>
    </>
  )
}
