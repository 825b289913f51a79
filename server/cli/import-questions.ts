import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { instantAt, isDay } from '@faheng/law/time/day.ts'
import { importQuestions } from '../exams/import-questions.ts'
import { readBankFile } from '../exams/read-file.ts'
import { inTransaction } from '../platform/database/run.ts'
import { type Command, dataOption } from './command.ts'
import { regionOf, regionOption } from './region-of.ts'
import { withDatabase } from './with-database.ts'

export const importQuestionBank: Command = {
  usage: 'FILE [--field NAME] [--as-of DAY] [--region CODE]',
  options: {
    ...dataOption,
    ...regionOption,
    field: { type: 'string', help: 'the field of questions that name none (default 公共法律)' },
    'as-of': { type: 'string', help: 'the day whose law the bank rests on, YYYY-MM-DD (default today)' },
  },
  async run(args, io) {
    const [file] = args.positionals
    const asOf = args.text('as-of')
    if (file === undefined) throw new Error('faheng import questions FILE: the file is missing')
    if (asOf !== undefined && !isDay(asOf)) throw new Error(`--as-of ${asOf} is not a day YYYY-MM-DD`)
    const bank = readBankFile(readFileSync(file), { field: args.text('field') ?? '公共法律' })
    const result = await withDatabase(args, io, async ({ pools }) => {
      const region = await regionOf(pools.worker, args.text('region'))
      return inTransaction(pools.worker, (client) => importQuestions(client, region, bank, { source: basename(file), by: 'system', at: instantAt(io.now()), asOf }))
    })
    io.answer(result, [
      `${result.records} records: ${result.accepted} questions, ${result.duplicates.length} duplicate, ${result.refused.length} refused`,
      `of the questions ${result.added} are new, ${result.unchanged} were there already, ${result.repeats} ask what another asks with other options, ${result.setAside} rest on an article changed since`,
      ...result.duplicates.map(({ line, of }) => `  line ${line}: the same as line ${of}`),
      ...result.refused.map(({ line, reason }) => `  line ${line}: ${reason.zh} (${reason.en})`),
    ].join('\n'))
  },
}
