import type { Static } from 'typebox'
import type { MatterExport } from '@faheng/api/matters.ts'
import { procedures } from '@faheng/law/procedures/index.ts'
import { words, type Words } from '@faheng/law/words.ts'
import type { Session } from '../platform/identity/session.ts'
import { writeTable } from '../platform/tables/read-table.ts'
import type { CasesContext } from './context.ts'
import { newest } from './list.ts'

/** The whole list that a filter leaves, as a table for a spreadsheet; a list longer than `most` says in its last row that it is cut. */
export async function exportMatters(context: CasesContext, session: Session, { language, ...filter }: Static<typeof MatterExport>): Promise<string> {
  const { rows, last } = await newest(context, session, filter, most)
  const lines = rows.map(({ number, parties, procedure, stage, bodyName, filed, due, ended }) =>
    [number ?? '', parties.join('、'), (procedures[procedure]?.stages[stage] ?? words(stage, stage))[language], bodyName, filed, due ?? '', (ended ? yes : no)[language]])
  return writeTable(columns.map((each) => each[language]), last ? [...lines, [cut[language], ...columns.slice(1).map(() => '')]] : lines)
}

/** Some hundred milliseconds of reading; who wants more narrows the list. */
const most = 5000

const columns: readonly Words[] = [
  words('文号', 'Number'), words('当事人', 'Party'), words('阶段', 'Stage'), words('机关', 'Body'), words('登记日期', 'Received'), words('期限', 'Due'), words('已结束', 'Ended'),
]
const yes = words('是', 'yes')
const no = words('否', 'no')
const cut = words(`只导出最近登记的 ${most} 件，请缩小范围后再导出`, `Only the newest ${most}: narrow the list to export the others`)
