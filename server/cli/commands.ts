import { adminAccounts } from './admin-accounts.ts'
import { adminCreate } from './admin-create.ts'
import { backup, restore } from './backup.ts'
import { benchWorld } from './bench-world.ts'
import { citationsCheck } from './citations-check.ts'
import type { Command } from './command.ts'
import { demoCase } from './demo.ts'
import { importBenchmarkTable } from './import-benchmarks.ts'
import { importCaseTable } from './import-cases.ts'
import { importItemTable } from './import-items.ts'
import { importPeopleTable } from './import-people.ts'
import { importQuestionBank } from './import-questions.ts'
import { importLeniencyList } from './import-leniency.ts'
import { importRepealFile } from './import-repeals.ts'
import { importStatuteFolder } from './import-statutes.ts'
import { planStatusCommand } from './plan-status.ts'
import { rebuild } from './rebuild.ts'
import { register } from './register.ts'
import { numbers } from './numbers.ts'
import { rules } from './rules.ts'
import { start } from './start.ts'
import { verify } from './verify.ts'

/** Every command, in the order of `faheng --help`. */
export const commands: readonly Command[] = [
  start,
  adminCreate,
  adminAccounts,
  register,
  numbers,
  importItemTable,
  importBenchmarkTable,
  importLeniencyList,
  importCaseTable,
  importPeopleTable,
  importQuestionBank,
  importStatuteFolder,
  importRepealFile,
  citationsCheck,
  rebuild,
  verify,
  backup,
  restore,
  rules,
  planStatusCommand,
  demoCase,
  benchWorld,
]
