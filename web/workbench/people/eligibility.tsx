import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Panel, Tag } from '../../shared-ui/components/pieces.tsx'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'
import { SubmitProblem } from '../act/submit-problem.tsx'
import type { CertificateDesk } from './staff-queries.ts'
import { useSentOnce } from './use-sent-once.ts'

const categories = ['civil-servant', 'referenced', 'public-institution', 'seconded', 'assistant', 'contract', 'service-worker'] as const
const rules = ['may', 'joint', 'never'] as const
type Category = (typeof categories)[number]
/** What holds where the county's table says nothing. */
const standard = (category: Category): (typeof rules)[number] => (category === 'seconded' ? 'joint' : category === 'assistant' || category === 'contract' || category === 'service-worker' ? 'never' : 'may')

/** The county's dated table: which staff category may hold a certificate (R34). A new row ends the one before from its day. */
export function Eligibility({ rows }: { readonly rows: CertificateDesk['eligibility'] }) {
  const { t } = useTexts()
  const [category, setCategory] = useState<Category>('seconded')
  const [rule, setRule] = useState<(typeof rules)[number]>('joint')
  const [basis, setBasis] = useState('')
  const [from, setFrom] = useState('')
  const { error, busy, send } = useSentOnce('/api/certificate-eligibility', () => setBasis(''), 'certificate-desk')
  return (
    <Panel title={t('certificates.eligibility')}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('staff.category')}</th>
            <th scope="col">{t('certificates.rule')}</th>
          </tr>
        </thead>
        <tbody>
          {categories.map((each) => {
            const own = rows.filter((row) => row.category === each)
            return (
              <tr key={each}>
                <td>{t(`staff.${each}`)}</td>
                <td>
                  {own.length === 0 ? (
                    <span className="dim">{t('certificates.byDefault', { rule: t(`certificates.${standard(each)}`) })}</span>
                  ) : (
                    own.map((row) => (
                      <div key={row.from}>
                        <Tag tone={row.rule === 'never' ? 'seal' : row.rule === 'joint' ? 'amber' : 'jade'}>{t(`certificates.${row.rule}`)}</Tag> {row.from}
                        {row.until ? ` — ${row.until}` : ''} <span className="dim">{row.basis}</span>
                      </div>
                    ))
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="pad">
        <div className="filters">
          <div>
            <label htmlFor="eligible-category">{t('staff.category')}</label>
            <Select id="eligible-category" value={category} onChange={setCategory} options={categories.map((value) => ({ value, label: t(`staff.${value}`) }))} style={{ width: '100%' }} popupMatchSelectWidth={false} />
          </div>
          <div>
            <label htmlFor="eligible-rule">{t('certificates.rule')}</label>
            <Select id="eligible-rule" value={rule} onChange={setRule} options={rules.map((value) => ({ value, label: t(`certificates.${value}`) }))} style={{ width: '100%' }} popupMatchSelectWidth={false} />
          </div>
          <div>
            <label htmlFor="eligible-from">{t('people.fromDay')}</label>
            <Input id="eligible-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          </div>
          <div className="wide">
            <label htmlFor="eligible-basis">{t('certificates.basis')}</label>
            <Input id="eligible-basis" maxLength={200} value={basis} onChange={(event) => setBasis(event.target.value)} />
          </div>
          <Button type="primary" loading={busy} disabled={basis.trim().length < 2} onClick={() => void send({ category, rule, basis: basis.trim(), ...(from ? { from } : {}) })}>
            {t('people.set')}
          </Button>
        </div>
        <SubmitProblem error={error} />
      </div>
    </Panel>
  )
}
