import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { cellsOf, contentOf } from './content.ts'
import { readItemRow } from './read-row.ts'

const folder = fileURLToPath(new URL('../../../shared/data/items/', import.meta.url))

/** What is written out of the catalogue is read into the same content again. */
const again = (cells: Readonly<Record<string, string>>) => {
  const read = readItemRow(cells, 2)
  if ('refused' in read) return undefined
  const content = contentOf(read.item)
  const second = readItemRow(cellsOf(content), 2)
  return { content, code: read.item.code, second: 'item' in second ? { content: contentOf(second.item), code: second.item.code } : second }
}

test('a row is written back as it was read, with and without its own words', () => {
  const cells = {
    一级: '流通', 二级: '标签', 情形抽取: '未按规定标示', 法条依据: '《甲条例》第四十条第一款第（二）项、第四十一条|《乙法》第三条',
    法条内容: '给予警告；逾期不改正的，处一千元以上一万元以下罚款。|没收违法所得。', 处罚种类: '责令改正|警告|罚款|没收违法所得', 处罚幅度: '处一千元以上一万元以下罚款', 实施主体: '县市场监督管理局', 行使层级: '县级',
  }
  const { content, code, second } = again(cells) ?? { content: undefined, code: '', second: undefined }
  expect(second).toEqual({ content, code })
  expect(content?.details).toMatchObject({ subject: '县市场监督管理局', level: '县级' })
  if (!content) return
  const { cells: _, ...details } = content.details
  const bare = readItemRow(cellsOf({ ...content, details }), 2)
  expect('item' in bare && { ...contentOf(bare.item), details: {} }).toEqual({ ...content, details: {} })
})

test.runIf(existsSync(folder))('so is every row of the real tables', () => {
  let rows = 0
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv')))
    for (const cells of parse<Record<string, string>>(readFileSync(folder + name), { columns: true, bom: true })) {
      const round = again(cells)
      if (!round) continue
      rows += 1
      expect(round.second).toEqual({ content: round.content, code: round.code })
    }
  expect(rows).toBeGreaterThan(500)
})
