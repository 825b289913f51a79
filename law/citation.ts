import type { Words } from './words.ts'

/**
 * A place in a statute: 法 · 条 · 款 · 项. `statute` is the short Chinese name (《中华人民共和国…》 without the prefix),
 * `sub` the 之一 number of an inserted article.
 */
export interface Citation {
  readonly statute: string
  readonly article: number
  readonly sub?: number
  readonly paragraph?: number
  readonly item?: number
}

/** `cite('行政处罚法', 54, 2)` is 行政处罚法第五十四条第二款. */
export const cite = (statute: string, article: number, paragraph?: number, item?: number): Citation => ({
  statute,
  article,
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(item === undefined ? {} : { item }),
})

/** How a citation reads on a page: zh as statutes are quoted, en as "Administrative Penalty Law art. 54(2)". */
export const citationWords = (citation: Citation): Words => ({
  zh:
    `《${citation.statute}》第${chineseNumber(citation.article)}条` +
    (citation.sub === undefined ? '' : `之${chineseNumber(citation.sub)}`) +
    (citation.paragraph === undefined ? '' : `第${chineseNumber(citation.paragraph)}款`) +
    (citation.item === undefined ? '' : `第（${chineseNumber(citation.item)}）项`),
  en:
    `${statuteEnglish[citation.statute] ?? citation.statute} art. ${citation.article}` +
    (citation.sub === undefined ? '' : `-${citation.sub}`) +
    (citation.paragraph === undefined ? '' : `(${citation.paragraph})`) +
    (citation.item === undefined ? '' : `(${citation.item})`),
})

/** 1…9999 as statutes write them: 十二, 二十, 一百零八, 一千二百四十二. */
export function chineseNumber(n: number): string {
  const digits = '零一二三四五六七八九'
  const units = ['', '十', '百', '千']
  let out = ''
  let zero = false
  const text = String(n)
  for (let i = 0; i < text.length; i++) {
    const digit = Number(text[i])
    const unit = units[text.length - 1 - i] ?? ''
    if (digit === 0) zero = out !== ''
    else {
      out += (zero ? '零' : '') + digits[digit] + unit
      zero = false
    }
  }
  return n >= 10 && n < 20 ? out.slice(1) : out || '零'
}

const statuteEnglish: Readonly<Record<string, string>> = {
  行政处罚法: 'Administrative Penalty Law',
  行政强制法: 'Administrative Coercion Law',
  行政复议法: 'Administrative Review Law',
  行政许可法: 'Administrative Licensing Law',
  行政诉讼法: 'Administrative Litigation Law',
  民事诉讼法: 'Civil Procedure Law',
  公务员法: 'Civil Servants Law',
  民法典: 'Civil Code',
  食品安全法: 'Food Safety Law',
  产品质量法: 'Product Quality Law',
  消费者权益保护法: 'Consumer Protection Law',
  广告法: 'Advertising Law',
  个人信息保护法: 'Personal Information Protection Law',
  档案法: 'Archives Law',
  市场监督管理行政处罚程序规定: 'Market Supervision Penalty Procedure Rules',
  行政执法机关移送涉嫌犯罪案件的规定: 'Criminal Transfer Regulation (Order 310)',
  行政执法监督条例: 'Administrative Enforcement Supervision Regulation',
}
