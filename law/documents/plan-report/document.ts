import { Type } from 'typebox'
import { count, day, group, list, optional, payload, text, yes } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { countText, dayText } from '../present.ts'

const line = (label: string, max = 400) => text(words(label, label), { max })
const share = Type.Number({ minimum: 0, maximum: 100 })
const months = list(words('各月', 'Months'), group(words('月', 'Month'), { month: count(words('月', 'Month')), share }), { max: 12 })

/** The yearly report of the county plan, and its one page for the public: numbers frozen when it was made. */
export const planReport = document({
  kind: 'plan-report',
  title: words('行动计划年度报告', 'Yearly report of the plan'),
  volume: 'main',
  outward: false,
  partySigns: false,
  template: 'plan-report',
  version: 1,
  fields: payload({
    county: line('县', 80),
    year: count(words('年度', 'Year')),
    on: day(words('截至日期', 'As of')),
    public: yes(words('公开摘要', 'Public summary')),
    states: list(words('进展', 'States'), group(words('进展', 'State'), { title: line('进展', 20), count: count(words('项数', 'Measures')) })),
    parts: list(words('部分', 'Parts'), group(words('部分', 'Part'), {
      title: line('名称', 80),
      rows: list(words('举措', 'Measures'), group(words('举措', 'Measure'), {
        number: count(words('编号', 'Number')), title: line('名称', 200), state: line('进展', 20), rule: line('依据', 300), value: optional(share),
        indicators: list(words('指标', 'Indicators'), group(words('指标', 'Indicator'), {
          title: line('名称', 200), figure: line('数值', 100), before: optional(line('上年', 20)), series: months, earlier: months,
        })),
      }), { max: 300 }),
    })),
    bodies: list(words('各单位', 'Bodies'), group(words('单位', 'Body'), { number: count(words('编号', 'Number')), indicator: line('指标', 200), body: line('单位', 200), figure: line('数值', 40) }), { max: 5000 }),
    tasks: list(words('任务与证明', 'Tasks and proof'), group(words('任务', 'Task'), {
      number: count(words('编号', 'Number')), body: line('单位', 200), due: day(words('期限', 'Due')), state: line('进展', 20), submitted: line('报送', 20),
    }), { max: 5000 }),
  }),
  titleOf: (f) => `${f.county}行政执法质量提升行动计划${countText(f.year)}年度${f.public ? '公开摘要' : '报告'}`,
  view: (f) => ({
    intro: `截至${dayText(f.on)}，计划各项举措进展如下。进展由规则根据日常执法数据判定；检查、办案、罚款的数量不作为目标，也不用于考核。`,
    public: f.public,
    states: f.states.map(({ title, count: n }) => ({ title, count: countText(n), share: sum(f.states) > 0 ? String((n * 100) / sum(f.states)) : '0' })),
    parts: f.parts.map(({ title, rows }) => ({
      title,
      rows: rows.map(({ number, title: name, state, rule, value, indicators }) => ({
        number: countText(number), title: f.public ? shortened(name) : name, state, rule, value: value !== undefined && value >= 0 ? String(value) : '',
        indicators: indicators.map((each) => ({
          text: `${each.title}：${each.figure}${each.before ? `；上年${each.before}` : ''}`,
          now: each.series.map(pointOf), ago: each.earlier.map(pointOf),
        })),
      })),
    })),
    bodies: f.bodies.map((each) => [countText(each.number), each.indicator, each.body, each.figure]),
    tasks: f.tasks.map((each) => [countText(each.number), each.body, dayText(each.due), each.state, each.submitted]),
  }),
})

/** Two lines of the public page at the most. */
const shortened = (name: string): string => (name.length > 48 ? `${name.slice(0, 47)}…` : name)

const pointOf = ({ month, share: percent }: { readonly month: number; readonly share: number }) => [String(month), String(percent)]
const sum = (states: readonly { readonly count: number }[]): number => states.reduce((all, { count: n }) => all + n, 0)
