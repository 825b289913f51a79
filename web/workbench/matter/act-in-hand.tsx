import type { ActPerformed } from '@faheng/api/matters.ts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { post } from '../../shared-ui/client/ask.ts'
import { Refused } from '../../shared-ui/client/errors.ts'
import { RefusalNotice } from '../../shared-ui/components/refusal-notice.tsx'
import { Empty } from '../../shared-ui/components/states.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { ActForm } from '../act/act-form.tsx'
import { isRecord } from '../act/schema.ts'
import type { Sent } from '../act/use-check.ts'
import { actOf, schemaOf } from '../procedures.ts'
import { Papers } from './papers.tsx'
import type { Acts, Matter, Offer } from './queries.ts'

interface Props {
  readonly kind: string
  readonly matter: Matter
  readonly acts: Acts
  readonly offers: readonly Offer[]
  readonly onClose: () => void
  readonly onChoose: (kind: string) => void
}

/** The chosen act with everything it needs: form, check, papers, and the proposal it answers. */
export function ActInHand({ kind, matter, acts, offers, onClose, onChoose }: Props) {
  const { t, w } = useTexts()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { id, procedure } = matter.row
  const offer = offers.find((each) => each.kind === kind)
  const definition = actOf(procedure, kind)
  // What was read when the form was opened stays what is answered, even if the matter moves on behind it.
  const [opened, setOpened] = useState({ seq: matter.seq, offer })
  if (!definition || !opened.offer) return <Refresh known={definition !== undefined} offer={offer} onTake={() => setOpened({ seq: matter.seq, offer })} onClose={onClose} />
  const { offer: shown } = opened

  const instead = definition.answers ? offers.filter((each) => each.kind !== kind && each.allowed && actOf(procedure, each.kind)?.answers === definition.answers) : []
  const perform = async (act: Sent): Promise<void> => {
    try {
      const done = await post<Static<typeof ActPerformed>>(`/api/matters/${id}/acts`, act)
      const number = done.documents.find((each) => each.number)?.number
      void message.success(number ? t('act.doneNumber', { title: w(definition.title), number }) : t('act.done', { title: w(definition.title) }))
      onClose()
    } finally {
      // Refused or done, the page shows the matter as it is now.
      void queries.invalidateQueries({ queryKey: ['matter', id] })
      void queries.invalidateQueries({ queryKey: ['desk'] })
    }
  }

  return (
    <>
      <header>
        <h2>
          {t('matter.actTitle', { title: w(definition.title) })}
        </h2>
        <Button size="small" onClick={onClose}>
          {t('common.close')}
        </Button>
      </header>
      {matter.seq > opened.seq ? (
        <div className="notice amber" role="status" style={{ margin: 12 }}>
          {t('act.moved')}{' '}
          <button type="button" className="linklike" onClick={() => setOpened({ seq: matter.seq, offer })}>
            {t('act.reload')}
          </button>
        </div>
      ) : null}
      <ActForm
        key={`${opened.seq}`}
        matter={matter}
        acts={acts}
        body={matter.row.body}
        kind={kind}
        title={definition.title}
        nature={definition.nature}
        schema={schemaOf(procedure, kind)}
        prefill={prefillOf(shown)}
        refusals={shown.allowed ? [] : shown.refusals}
        perform={perform}
        reading={proposalOf(shown) !== undefined}
        instead={instead.map((each) => (
          <Button key={each.kind} onClick={() => onChoose(each.kind)}>
            {w(each.title)}
          </Button>
        ))}
        aside={(payload) => <Papers matter={matter} procedure={procedure} acts={acts} kind={kind} proposal={proposalOf(shown)} documents={shown.documents} payload={payload} />}
      />
    </>
  )
}

function Refresh({ known, offer, onTake, onClose }: { readonly known: boolean; readonly offer: Offer | undefined; readonly onTake: () => void; readonly onClose: () => void }) {
  const { t, w } = useTexts()
  if (!known || !offer) return <Empty title={t('act.refused')}><Button onClick={onClose}>{t('common.close')}</Button></Empty>
  return (
    <div className="pad">
      <RefusalNotice refusals={new Refused(offer.refusals).refusals} title={w(offer.title)} />
      <Button onClick={onTake}>{t('act.reload')}</Button>
    </div>
  )
}

const prefillOf = (offer: Offer): Record<string, unknown> => ({
  ...(isRecord(offer.prefill) ? offer.prefill : {}),
  ...(offer.proposal ? { proposal: offer.proposal } : {}),
})

/** The act that is being answered, named by the offer or by what the file prefilled. */
const proposalOf = (offer: Offer): string | undefined => {
  const proposal = prefillOf(offer)['proposal']
  return isRecord(proposal) && typeof proposal['act'] === 'string' ? proposal['act'] : undefined
}
