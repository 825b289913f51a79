import type { ActPerformed, OpenMatterRequest } from '@faheng/api/matters.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Select } from 'antd'
import type { PostKind } from '@faheng/law/procedure.ts'
import { useState } from 'react'
import type { Static } from 'typebox'
import '../matter/matter.css'
import { post } from '../../shared-ui/client/ask.ts'
import { PageTitle } from '../../shared-ui/components/pieces.tsx'
import { Empty } from '../../shared-ui/components/states.tsx'
import { useHeading } from '../../shared-ui/components/use-heading.ts'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { ActForm } from '../act/act-form.tsx'
import type { Sent } from '../act/use-check.ts'
import { Papers } from '../matter/papers.tsx'
import { useMe } from '../me.ts'
import { procedureOf, procedureTitle, schemaOf } from '../procedures.ts'
import { cases } from './whole-list.ts'

/** A lead comes in. */
export function RegisterPage() {
  const { t } = useTexts()
  return <Begin name={cases} title={t('act.registerTitle')} />
}

/** Another procedure begins: its first act, named in the address. */
export function BeginPage() {
  const { w } = useTexts()
  const { procedure } = useParams({ from: '/shell/begin/$procedure' })
  return <Begin name={procedure} title={w(procedureTitle(procedure))} />
}

/** The first act of a new matter, at whichever of his posts may do it. */
function Begin({ name, title }: { readonly name: string; readonly title: string }) {
  const { t, w } = useTexts()
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  useHeading(title)
  const procedure = procedureOf(name)
  const kind = procedure?.first[0]
  const definition = kind ? procedure?.acts[kind] : undefined
  const who: readonly PostKind[] = definition && definition.by !== 'system' ? [definition.by.post].flat() : []
  const places = me.posts.filter((each) => who.includes(each.kind as PostKind))
  const [chosen, setChosen] = useState(places[0]?.id)
  const place = places.find((each) => each.id === chosen)
  if (!procedure || !kind || !definition || !place)
    return (
      <>
        <h1 className="hidden">{title}</h1>
        <Empty title={t('common.notFound')} hint={t('common.notFoundHint')} />
      </>
    )

  const perform = async (first: Sent): Promise<void> => {
    // Named after its first act, whose id the draft keeps: sent twice, the matter is opened once.
    const request: Static<typeof OpenMatterRequest> = { id: `m-${first.id}`, procedure: procedure.name, body: place.body, ...(place.unit ? { unit: place.unit } : {}), first }
    const done = await post<Static<typeof ActPerformed>>('/api/matters', request)
    void queries.invalidateQueries({ queryKey: ['desk'] })
    void queries.invalidateQueries({ queryKey: ['matters'] })
    void message.success(t('act.done', { title: w(definition.title) }))
    await navigate({ to: '/matters/$id', params: { id: done.matter } })
  }

  return (
    <>
      <PageTitle title={title} under={[place.bodyName, place.unitName].filter(Boolean).join(' · ')} />
      {places.length > 1 ? (
        <div className="field" style={{ maxWidth: 420 }}>
          <label htmlFor="place">{t('act.bodyChoice')}</label>
          <Select id="place" value={place.id} onChange={setChosen} options={places.map((each) => ({ value: each.id, label: [each.bodyName, each.unitName].filter(Boolean).join(' · ') }))} style={{ width: '100%' }} />
        </div>
      ) : null}
      <section className="panel">
        <ActForm
          key={place.body}
          matter={undefined}
          acts={[]}
          body={place.body}
          kind={kind}
          title={definition.title}
          nature={definition.nature}
          schema={schemaOf(procedure.name, kind)}
          prefill={{ files: [], ...definition.prefill(procedure.begin({ body: place.body, unit: place.unit ?? '' }), {}) }}
          refusals={[]}
          perform={perform}
          aside={(payload) => <Papers matter={undefined} procedure={procedure.name} acts={[]} kind={kind} proposal={undefined} documents={definition.documents.map((each) => each.kind)} payload={payload} />}
        />
      </section>
    </>
  )
}
