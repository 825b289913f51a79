import type { Command } from './command.ts'

interface Listed {
  /** As it is typed; may have two words: `admin create`. */
  readonly name: string
  /** One line of `faheng --help`. */
  readonly summary: string
  /** Its file, read with all that needs when the command is called and not before: a start waits for none of the others. */
  load(): Promise<Command>
}

/** Every command, in the order of `faheng --help`. */
export const commands: readonly Listed[] = [
  { name: 'start', summary: 'start the server, and the database with it', load: async () => (await import('./start.ts')).start },
  { name: 'work', summary: 'do what follows acts, ledger, papers and counts, beside servers started with --answer-only', load: async () => (await import('./work.ts')).work },
  { name: 'admin create', summary: 'begin a county with its first system administrator, or give that one a new initial password', load: async () => (await import('./admin-create.ts')).adminCreate },
  { name: 'admin accounts', summary: 'give everybody of the register who cannot sign in yet a user name and an initial password, printed once', load: async () => (await import('./admin-accounts.ts')).adminAccounts },
  { name: 'register', summary: 'enter rows of a CSV or JSON file into a register: body, unit, person, post, certificate, statute-version, item-version, …', load: async () => (await import('./register.ts')).register },
  { name: 'numbers', summary: 'show the number series of a year: what was given out here, and what explains the gaps', load: async () => (await import('./numbers.ts')).numbers },
  { name: 'import items', summary: 'make the rows of a table of enforcement items (执法事项) items of a body', load: async () => (await import('./import-items.ts')).importItemTable },
  { name: 'import discretion', summary: 'make the rows of a published discretion benchmark (裁量基准) benchmarks of a body', load: async () => (await import('./import-benchmarks.ts')).importBenchmarkTable },
  { name: 'import leniency', summary: 'enter a published list of leniency (从轻、减轻、免予处罚清单) for a body', load: async () => (await import('./import-leniency.ts')).importLeniencyList },
  { name: 'import cases', summary: 'take in old and running cases of a body from a table (docs/import-cases.md)', load: async () => (await import('./import-cases.ts')).importCaseTable },
  { name: 'import people', summary: 'enter a table of officers (执法人员): staffing, qualification, ID number (sealed), post and certificate', load: async () => (await import('./import-people.ts')).importPeopleTable },
  { name: 'import questions', summary: 'put a bank of exam questions (题库) from text, CSV, workbook or Word document into the county’s bank', load: async () => (await import('./import-questions.ts')).importQuestionBank },
  { name: 'import statutes', summary: 'load the texts of statutes (法律法规) from a folder: plain text, Markdown, a code in several files', load: async () => (await import('./import-statutes.ts')).importStatuteFolder },
  { name: 'import repeals', summary: 'end statutes that another repeals, and send what rests on them to its bodies for review', load: async () => (await import('./import-repeals.ts')).importRepealFile },
  { name: 'citations check', summary: 'resolve every citation in the basis column of tables against the loaded statutes, and say why where it does not resolve', load: async () => (await import('./citations-check.ts')).citationsCheck },
  { name: 'rebuild', summary: 'replay every act and rewrite what is derived from it; with --check only compare', load: async () => (await import('./rebuild.ts')).rebuild },
  { name: 'verify', summary: 're-check every act, document and file against the ledger; name the first that was altered or removed', load: async () => (await import('./verify.ts')).verify },
  { name: 'backup', summary: 'write the whole installation, rows, files and keys, into one file while work goes on', load: async () => (await import('./backup.ts')).backup },
  { name: 'restore', summary: 'put a backup into an empty data folder; the ledger records it', load: async () => (await import('./backup.ts')).restore },
  { name: 'rules', summary: 'print every refusal, finding and term with its article, or write them to docs/rules.md', load: async () => (await import('./rules.ts')).rules },
  { name: 'plan status', summary: 'say how the measures of the county plan stand, and how many indicators are live and how many have no source yet', load: async () => (await import('./plan-status.ts')).planStatusCommand },
  { name: 'demo case', summary: 'walk a whole penalty case over HTTP, with everything the law refuses on the way', load: async () => (await import('./demo.ts')).demoCase },
  { name: 'bench world', summary: 'fill an empty data folder with a province of many cases, to measure on', load: async () => (await import('./bench-world.ts')).benchWorld },
]
