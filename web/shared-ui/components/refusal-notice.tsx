import { citationWords } from '@faheng/law/citation.ts'
import type { Refusal } from '../client/errors.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Refusals (vermilion) or the marks of a fact (amber): what is wrong, which article, what cures it. */
export function RefusalNotice({ refusals, mark, title }: { readonly refusals: readonly Refusal[]; readonly mark?: true; readonly title?: string }) {
  const { t } = useTexts()
  return (
    <div className={mark ? 'notice amber' : 'notice seal'} role={mark ? 'status' : 'alert'}>
      <strong>{title ?? t(mark ? 'act.mark' : 'act.refused')}</strong>
      {refusals.map((refusal) => (
        <Reason key={`${refusal.guard}${refusal.message.zh}`} refusal={refusal} />
      ))}
    </div>
  )
}

export function Reason({ refusal }: { readonly refusal: Refusal }) {
  const { t, w } = useTexts()
  return (
    <div style={{ marginTop: 4 }}>
      {w(refusal.message)} <span className="dim">{w(referenceOf(refusal))}</span>
      <br />
      <small>
        {t('common.labelled', { label: t('common.cure'), text: w(refusal.cure) })}
      </small>
    </div>
  )
}

const referenceOf = (refusal: Refusal) =>
  refusal.reference ??
  citationWords({
    statute: refusal.article.statute,
    article: refusal.article.article,
    ...(refusal.article.sub === undefined ? {} : { sub: refusal.article.sub }),
    ...(refusal.article.paragraph === undefined ? {} : { paragraph: refusal.article.paragraph }),
    ...(refusal.article.item === undefined ? {} : { item: refusal.article.item }),
  })
