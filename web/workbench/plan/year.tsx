import { Select } from 'antd'
import { useTexts } from '../../shared-ui/texts/use-texts.ts'

/** The year shown; the plan goes on year after year. */
export function YearChoice({ year, onYear }: { readonly year: number; readonly onYear: (year: number) => void }) {
  const { t } = useTexts()
  const years = [year + 1, year, year - 1, year - 2]
  return <Select aria-label={t('plan.year')} value={year} onChange={onYear} options={years.map((each) => ({ value: each, label: String(each) }))} style={{ width: 96 }} />
}
