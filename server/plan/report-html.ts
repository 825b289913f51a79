import type { Report } from './report.ts'
import { paperOf } from './report.ts'

/** The report as a page that word processors open and edit: the same fields as the PDF, with a picture. */
export function reportHtml(report: Report): string {
  const { county, year, on, states, parts } = paperOf(report, false)
  const title = `${county}行政执法质量提升行动计划${year}年度报告`
  const rows = parts.map(({ title: part, rows: measures }) => `
<h2>${text(part)}</h2>
<table border="1" cellspacing="0" cellpadding="4"><thead><tr><th>序号</th><th>举措</th><th>进展</th><th>完成比例</th><th>依据</th><th>指标</th></tr></thead><tbody>
${measures.map(({ number, title: name, state, value, rule, indicators }) =>
    `<tr><td>${number}</td><td>${text(name)}</td><td>${text(state)}</td><td>${value === undefined ? '' : `${value}%`}</td><td>${text(rule)}</td><td>${indicators.map((each) => text(`${each.title}：${each.figure}`)).join('<br>')}</td></tr>`).join('\n')}
</tbody></table>`)
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${text(title)}</title></head><body>
<h1>${text(title)}</h1>
<p>截至${text(on)}。检查、办案、罚款的数量不作为目标，也不用于考核。</p>
${picture(states)}
<p>${states.map((each) => `${text(each.title)}${each.count}项`).join('，')}。</p>
${rows.join('\n')}
</body></html>
`
}

const tones = ['#2b6450', '#274b73', '#8a5a00', '#b3282d', '#a8a8a8']

function picture(states: readonly { readonly title: string; readonly count: number }[]): string {
  const all = Math.max(1, states.reduce((sum, { count }) => sum + count, 0))
  let x = 0
  const bars = states.map(({ count }, i) => {
    const width = (count * 600) / all
    x += width
    return `<rect x="${x - width}" y="0" width="${width}" height="24" fill="${tones[i] ?? '#a8a8a8'}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="24" role="img">${bars.join('')}</svg>`
}

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
