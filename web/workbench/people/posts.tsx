import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { post as send } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Empty, Failed, Loading } from '../../shared-ui/components/states.tsx'
import { dayOf } from '../../shared-ui/format.ts'
import { postTitle } from '../../shared-ui/post-title.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { postsQuery } from './queries.ts'

export function Posts({ body, mayEnd }: { readonly body: string | undefined; readonly mayEnd: boolean }) {
  const { t, w } = useTexts()
  const queries = useQueryClient()
  const { modal } = App.useApp()
  const { data, error, refetch } = useQuery(postsQuery(body))
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.rows.length === 0) return <Empty title={t('people.empty')} />
  const end = (id: string, name: string, post: string): void =>
    void modal.confirm({
      icon: null,
      title: t('people.end'),
      content: t('people.endAsk', { name, post }),
      okText: t('people.end'),
      cancelText: t('common.cancel'),
      onOk: async () => {
        await send('/api/posts', { id: newId(), end: { post: id } })
        await queries.invalidateQueries({ queryKey: ['posts'] })
      },
    })
  return (
    <div className="scroll">
      <table className="rows stack">
        <thead>
          <tr>
            <th scope="col">{t('people.person')}</th>
            <th scope="col">{t('people.post')}</th>
            <th scope="col">{t('common.body')}</th>
            <th scope="col">{t('people.from')}</th>
            <th scope="col">{t('people.until')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/people/$id" params={{ id: row.person }}>
                  {row.personName}
                </Link>
              </td>
              <td>
                {row.rank ? t('common.bracketed', { text: w(postTitle(row.kind)), more: t(`people.${row.rank}`) }) : w(postTitle(row.kind))}
                {row.fields ? <small> {row.fields.join('、')}</small> : null}
                {row.document ? <small> {row.document}</small> : null}
              </td>
              <td>{[row.bodyName, row.unitName].filter(Boolean).join(' · ')}</td>
              <td>{dayOf(row.from)}</td>
              <td>
                {row.until ? dayOf(row.until) : <span className="dim">{t('people.current')}</span>}{' '}
                {mayEnd && !row.until ? (
                  <Button size="small" onClick={() => end(row.id, row.personName, w(postTitle(row.kind)))} aria-label={`${t('people.end')} ${row.personName}`}>
                    {t('people.end')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
