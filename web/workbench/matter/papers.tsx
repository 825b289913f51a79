import { useState } from 'react'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { Preview } from '../act/preview.tsx'
import { Proposal } from '../act/proposal.tsx'
import { documentTitle } from '../document-title.ts'
import { DiscretionPanel } from './discretion.tsx'
import type { Acts, Matter } from './queries.ts'

/** Acts whose amounts are weighed by the benchmark and against similar cases (R32). */
const weighs: readonly string[] = ['submit-report', 'propose-decision', 'decide-penalty', 'pass-review', 'discuss']

interface Props {
  readonly matter: Matter | undefined
  readonly procedure: string
  readonly acts: Acts
  readonly kind: string
  readonly proposal: string | undefined
  readonly documents: readonly string[]
  readonly payload: unknown
}

/** Beside the form: the proposal being answered first, then each document the act would make. */
export function Papers({ matter, procedure, acts, kind, proposal, documents, payload }: Props) {
  const { t, w } = useTexts()
  const answered = acts.find((each) => each.id === proposal)
  const tabs = [...(answered && matter ? ['proposal'] : []), ...documents, ...(matter && weighs.includes(kind) ? ['discretion'] : [])]
  const [chosen, setChosen] = useState(tabs[0])
  const shown = tabs.includes(chosen ?? '') ? chosen : tabs[0]
  if (!shown) return <p className="state">{t('act.previewNone')}</p>
  return (
    <>
      {tabs.length > 1 ? (
        <div className="tabs" role="tablist" style={{ margin: 8 }}>
          {tabs.map((each) => (
            <button key={each} type="button" role="tab" aria-selected={each === shown} onClick={() => setChosen(each)}>
              {each === 'proposal' ? t('act.proposal') : each === 'discretion' ? t('discretion.title') : w(documentTitle(each))}
            </button>
          ))}
        </div>
      ) : null}
      {shown === 'proposal' && answered && matter ? <Proposal matter={matter} act={answered} /> : shown === 'discretion' && matter ? <DiscretionPanel matter={matter} payload={payload} /> : <Preview document={shown} matter={matter?.row.id} procedure={procedure} kind={kind} payload={payload} />}
    </>
  )
}
