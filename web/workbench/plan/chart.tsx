import { useTexts } from '../../shared-ui/texts/use-texts.ts'

interface Point {
  readonly month: string
  readonly part: number
  readonly whole: number
}

const [width, height, left, top, bottom] = [560, 150, 34, 10, 22]

/** Month by month in percent: this year as a line, the year before thinly, the target dashed. The table below says the same. */
export function Chart({ points, before, target, label }: { readonly points: readonly Point[]; readonly before: readonly Point[]; readonly target: number | undefined; readonly label: string }) {
  const { t } = useTexts()
  const x = (month: string) => left + ((Number(month.slice(5)) - 1) * (width - left - 10)) / 11
  const y = (share: number) => top + ((100 - share) * (height - top - bottom)) / 100
  const share = ({ part, whole }: Point) => (whole === 0 ? 0 : (part * 100) / whole)
  const line = (of: readonly Point[]) => of.filter(({ whole }) => whole > 0).map((each) => `${x(each.month)},${y(share(each))}`).join(' ')
  const shown = points.filter(({ whole }) => whole > 0)
  if (shown.length === 0) return null
  return (
    <figure className="plan-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label} ${t('plan.chart')}`}>
        {[0, 50, 100].map((each) => (
          <g key={each}>
            <line x1={left} x2={width - 10} y1={y(each)} y2={y(each)} stroke="var(--line)" />
            <text x={left - 6} y={y(each) + 4} textAnchor="end">{each}</text>
          </g>
        ))}
        {target === undefined ? null : <line x1={left} x2={width - 10} y1={y(target)} y2={y(target)} stroke="var(--seal)" strokeDasharray="5 4" />}
        <polyline points={line(before)} fill="none" stroke="var(--line-strong)" strokeWidth="1.5" />
        <polyline points={line(points)} fill="none" stroke="var(--indigo)" strokeWidth="2" />
        {shown.map((each) => (
          <circle key={each.month} cx={x(each.month)} cy={y(share(each))} r="3" fill="var(--indigo)" />
        ))}
        {[1, 3, 5, 7, 9, 11].map((month) => (
          <text key={month} x={x(`0000-${String(month).padStart(2, '0')}`)} y={height - 6} textAnchor="middle">{t('plan.month', { n: month })}</text>
        ))}
      </svg>
      <figcaption className="dim">{t('plan.legend')}</figcaption>
    </figure>
  )
}
