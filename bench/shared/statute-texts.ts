import type { SourceFile } from '../../law/statutes/read.ts'

/** So many invented statutes of fifty articles, in the three layouts in turn: plain text, Markdown, a code of several files. */
export function statuteTexts(count: number): SourceFile[] {
  return Array.from({ length: count }, (_, n) => {
    const name = `${fields[n % fields.length]}管理${n % 2 === 0 ? '条例' : '办法'}第${n}号`
    const year = 1990 + (n % 30)
    return ([plain, markdown, code][n % 3] as typeof plain)(name, year, Array.from({ length: 50 }, (_, at) => textOf(n, at)))
  }).flat()
}

const fields = ['食品安全', '大气污染防治', '安全生产', '道路运输', '城市市容', '医疗卫生', '农产品质量', '劳动保障', '建筑施工', '特种设备']
const duties = ['应当建立记录制度，记录保存期限不得少于二年', '不得擅自停止使用有关设施', '应当接受监督检查，如实提供有关资料', '由有关主管部门责令改正，处五千元以上五万元以下罚款', '情节严重的，没收违法所得，责令停产停业', '应当按照规定排放，并公开监测结果']

const textOf = (n: number, at: number): string =>
  at === 49 ? '本规定自公布之日起施行。' : `从事${fields[(n + at) % fields.length]}活动的单位和个人${duties[at % duties.length]}，第${n}号规定的第${at}种情形除外。`

type Layout = (name: string, year: number, articles: readonly string[]) => SourceFile[]

const plain: Layout = (name, year, articles) => [{
  path: `plain/${name}_${year}0102.txt`, text: `${name}\n\n（${year}年1月2日公布）\n\n${articles.map((text, at) => `第${numeral(at + 1)}条　${text}`).join('\n')}\n`,
}]
const markdown: Layout = (name, year, articles) => [{
  path: `markdown/${name}(${year}-01-02).md`, text: `# ${name}\n\n${year}年1月2日 公布\n\n<!-- INFO END -->\n\n${articles.map((text, at) => `第${numeral(at + 1)}条 ${text}`).join('\n\n')}\n`,
}]
const code: Layout = (name, year, articles) => {
  const part = (from: number, until: number) => articles.slice(from, until).map((text, at) => `**第${numeral(from + at + 1)}条**　${text}`).join('\n\n')
  return [
    { path: `${name}/README.md`, text: `---\nnext: 01\n---\n# ${name}\n\n${year}年1月2日公布` },
    { path: `${name}/01.md`, text: `---\nprev: /\n---\n\n# 第一编　总则\n\n${part(0, 25)}` },
    { path: `${name}/02.md`, text: `# 第二编　附则\n\n${part(25, 50)}` },
  ]
}

/** 1 to 99. */
const numeral = (n: number): string => `${n >= 20 ? '零一二三四五六七八九'[Math.floor(n / 10)] : ''}${n >= 10 ? '十' : ''}${n % 10 === 0 ? '' : '零一二三四五六七八九'[n % 10]}`
