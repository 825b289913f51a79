import type { Static } from 'typebox'
import type { Category } from '@faheng/api/staff.ts'
import { checkResidentId } from '@faheng/law/identifiers/resident-id.ts'
import { addDays, isDay } from '@faheng/law/time/day.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { isArchive, readWorkbook } from '../../platform/tables/read-office.ts'
import { readTable } from '../../platform/tables/read-table.ts'

/** One officer as a table of the office names him. */
export interface StaffRow {
  readonly name: string
  /** Whole; null where the table has only its last four, as an export of ours, or nothing: then he has to be known. */
  readonly idNumber: string | null
  readonly idTail: string | null
  readonly phone: string | null
  /** Name, short name or id, as written. */
  readonly body: string
  readonly unit: string
  /** Null for somebody known of whom no profile is kept. */
  readonly category: Static<typeof Category> | null
  readonly education: string | null
  readonly legalQualification: boolean
  readonly reviewingSince: string | null
  readonly fields: readonly string[]
  readonly certificate: { readonly number: string; readonly issuer: string; readonly from: string; readonly until: string; readonly validRegion: string | null } | null
}

export interface Refused {
  readonly row: number
  readonly field?: string
  readonly reason: Words
}

export const staffColumns = [
  '姓名', '身份证号', '单位', '办案机构', '编制类别', '学历', '法律职业资格', '从事法制审核起始日', '执法领域', '手机号', '证件编号', '发证机关', '适用区域代码', '生效日期', '有效期至',
] as const
type Column = (typeof staffColumns)[number]

export const categoryNames: Readonly<Record<Static<typeof Category>, string>> = {
  'civil-servant': '公务员',
  referenced: '参照公务员法管理人员',
  'public-institution': '事业单位在编人员',
  seconded: '借调人员',
  assistant: '协管员、辅助人员',
  contract: '劳动合同制人员',
  'service-worker': '工勤人员',
}

/** Reads the rows of a workbook or of text, each good or refused with the column at fault. @throws UnreadableTable */
export function readStaffTable(bytes: Uint8Array): { readonly rows: readonly { readonly row: number; readonly staff: StaffRow }[]; readonly refused: readonly Refused[] } {
  const seen = new Map<string, number>()
  const rows: { row: number; staff: StaffRow }[] = []
  const refused: Refused[] = []
  const needed = ['姓名', '身份证号', '单位', '编制类别']
  const table = isArchive(bytes) ? readWorkbook(bytes, needed) : readTable(bytes, needed)
  for (const { row, cells } of table.rows) {
    const read = readRow((column) => (cells[column] ?? '').trim())
    if ('reason' in read) {
      refused.push({ row, ...read })
      continue
    }
    const who = read.idNumber ?? `${read.name} ${read.body} ${read.idTail}`
    const before = seen.get(who)
    if (before === undefined) {
      seen.set(who, row)
      rows.push({ row, staff: read })
    } else refused.push({ row, field: '身份证号', reason: words(`与第${before}行重复`, `the same as row ${before}`) })
  }
  return { rows, refused }
}

function readRow(cell: (column: Column) => string): StaffRow | Omit<Refused, 'row'> {
  const no = (field: Column, zh: string, en: string) => ({ field, reason: words(zh, en) })
  for (const field of ['姓名', '单位'] as const) if (cell(field) === '') return no(field, '未填写', 'it is empty')
  if (cell('姓名').length > 60) return no('姓名', '过长', 'too long')
  const given = cell('身份证号')
  const [, tail] = /^\*{14}([\dX]{4})$/i.exec(given) ?? []
  const id = given === '' || tail !== undefined ? undefined : checkResidentId(given)
  if (id?.ok === false) return { field: '身份证号', reason: id.reason }
  const category = given === '' && cell('编制类别') === '' ? null : categoryOf(cell('编制类别'))
  if (category === undefined) return no('编制类别', `应为：${Object.values(categoryNames).join('、')}`, `one of ${Object.keys(categoryNames).join(', ')}`)
  const qualified = cell('法律职业资格')
  if (!['', '是', '否', '有', '无'].includes(qualified)) return no('法律职业资格', '应填“是”或者“否”', 'it is 是 or 否')
  for (const field of ['从事法制审核起始日', '生效日期', '有效期至'] as const)
    if (cell(field) !== '' && dayIn(cell(field)) === undefined) return no(field, '不是日期', 'not a date')
  const number = cell('证件编号')
  const [from, until] = [dayIn(cell('生效日期')), dayIn(cell('有效期至'))]
  if (number !== '') {
    for (const field of ['发证机关', '生效日期', '有效期至'] as const) if (cell(field) === '') return no(field, '填写了证件编号的，应当填写', 'needed with a certificate number')
    if (from === undefined || until === undefined || until < from) return no('有效期至', '有效期届满日期早于生效日期', 'it would end before it begins')
    if (cell('适用区域代码') !== '' && !/^\d{6}$/.test(cell('适用区域代码'))) return no('适用区域代码', '应为6位数字', 'six digits')
  }
  return {
    name: cell('姓名'),
    idNumber: id?.id ?? null,
    idTail: tail?.toUpperCase() ?? null,
    phone: cell('手机号') || null,
    body: cell('单位'),
    unit: cell('办案机构'),
    category,
    education: cell('学历') || null,
    legalQualification: qualified === '是' || qualified === '有',
    reviewingSince: dayIn(cell('从事法制审核起始日')) ?? null,
    fields: cell('执法领域').split(/[;；、,，]/).map((each) => each.trim()).filter(Boolean),
    certificate: number !== '' && from !== undefined && until !== undefined ? { number, issuer: cell('发证机关'), from, until, validRegion: cell('适用区域代码') || null } : null,
  }
}

const categoryOf = (text: string): Static<typeof Category> | undefined =>
  (Object.keys(categoryNames) as Static<typeof Category>[]).find((each) => each === text || categoryNames[each] === text || (text !== '' && categoryNames[each].split('、').includes(text)))

/** 2026-3-1, 2026/03/01, 2026.3.1, 2026年3月1日, 20260301; in a workbook also the days since 30 December 1899. */
function dayIn(text: string): string | undefined {
  if (/^\d{5}$/.test(text)) return addDays('1899-12-30', Number(text))
  const [, year = '', month = '', date = ''] = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?$/.exec(text) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
