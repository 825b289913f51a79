import type { EvidenceAnswer } from '@faheng/api/appraisals.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { get, post } from '../../shared-ui/client/ask.ts'
import { newId } from '../../shared-ui/client/new-id.ts'
import { Panel } from '../../shared-ui/components/pieces.tsx'
import { Failed, Loading } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { choicesInFile } from '../act/pickers/choices-in-file.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { Acts, Matter } from '../matter/queries.ts'

type Line = Static<typeof EvidenceAnswer>['lines'][number]

/** What the system itself shows for each indicator, one press from being linked as evidence. */
export function AppraisalEvidence({ matter: whole, acts }: { readonly matter: Matter; readonly acts: Acts }) {
  const { t, w, join } = useTexts()
  const { id: matter, stage, body } = whole.row
  const linkable = ['self', 'unit', 'body'].includes(stage)
  const titles = Object.fromEntries(choicesInFile('indicator', { matter: whole, acts, body, names: {}, learnName: () => undefined }, w).map(({ value, label }) => [value, label]))
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: ['appraisal-evidence', matter], queryFn: ({ signal }) => get<Static<typeof EvidenceAnswer>>(`/api/appraisals/${matter}/evidence`, signal) })
  const [linked, setLinked] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<unknown>()
  if (error) return <Failed error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={3} />
  const link = async ({ indicator, what, matters: [first] }: Line): Promise<void> => {
    setProblem(undefined)
    try {
      await post(`/api/matters/${matter}/acts`, { id: newId(), kind: 'link-evidence', payload: { id: newId(), indicator, title: what.zh, ...(first ? { matter: first.id } : {}) } })
      setLinked((all) => [...all, what.zh])
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(matter) })
    } catch (refusal) {
      setProblem(refusal)
    }
  }
  return (
    <Panel title={t('training.evidence')} aside={<span className="dim">{t('training.evidenceHint')}</span>}>
      {data.lines.map((line) => (
        <div className="blk" key={line.indicator + line.what.zh} style={{ display: 'flex', gap: 12, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <span style={{ flex: '1 1 260px' }}>
            <b>{titles[line.indicator] ?? line.indicator}</b> {w(line.what)}{' '}
            {line.matters.map((each) => (
              <Link key={each.id} to="/matters/$id" params={{ id: each.id }} style={{ marginRight: 8 }}>
                {each.number ?? t('common.unnumbered')}
              </Link>
            ))}
          </span>
          {linkable ? (
            <Button size="small" disabled={linked.includes(line.what.zh)} onClick={() => void link(line)} aria-label={`${t('training.link')} ${w(line.what)}`}>
              {t(linked.includes(line.what.zh) ? 'training.linked' : 'training.link')}
            </Button>
          ) : null}
        </div>
      ))}
      <p className="pad dim" style={{ margin: 0 }}>
        <Link to="/people/$id" params={{ id: data.person }}>
          {t('training.hisLife')}
        </Link>
        {data.unknown.length > 0 ? ` · ${t('training.noSource', { indicators: join(data.unknown.map((each) => titles[each] ?? each)) })}` : ''}
      </p>
      <SubmitProblem error={problem} />
    </Panel>
  )
}
