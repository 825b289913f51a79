import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCitations } from '../law/citations/parse.ts'
import { resolveCitation } from '../law/statutes/resolve.ts'
import type { SourceFile } from '../law/statutes/read.ts'
import { recordChanges } from '../server/authority/statutes/changes.ts'
import { libraryOf } from '../server/authority/statutes/library.ts'
import { importStatutes } from '../server/authority/statutes/import.ts'
import { readStatuteFolder } from '../server/authority/statutes/read-folder.ts'
import { searchArticles } from '../server/authority/statutes/search.ts'
import { openDatabase } from '../server/platform/database/open.ts'
import { figure, postgresOf, report, type Figure } from './shared/report.ts'
import { statuteTexts } from './shared/statute-texts.ts'

/**
 * A thousand statutes with fifty thousand articles, invented in the three layouts, or made of the real texts of a folder by giving
 * each copy a name of its own: `npm run bench -- statutes [statutes] [FOLDER]`. Reported: seconds to import all, milliseconds a
 * search, milliseconds to read and resolve a thousand citations, seconds to find what new versions of fifty statutes touch among a thousand items.
 */
const [count = '1000', folder] = process.argv.slice(2)
const region = '140299'
const data = mkdtempSync(join(tmpdir(), 'faheng-bench-'))
const opened = await openDatabase({ dataDir: data, env: process.env, log: () => undefined, as: 'server', at: new Date().toISOString() })
try {
  const { worker, app } = opened.pools
  await worker.query(`insert into faheng.region (region, name) values ($1, '样例县')`, [region])
  const files = folder === undefined ? statuteTexts(Number(count)) : copiesOf(folder)
  const begun = performance.now()
  const { counts } = await importStatutes(worker, region, { files, statuses: new Map() }, { at: new Date().toISOString() })
  const seconds = (performance.now() - begun) / 1000
  await worker.query('analyze faheng.statute_word, faheng.statute_article, faheng.statute_version')
  const search: Figure[] = []
  for (const q of ['规定', '食品安全', '没收违法所得', '应当 罚款', '大气污染防治 排放', '规定的是', '查无此词']) {
    const took: number[] = []
    let found = 0
    for (let i = 0; i < 21; i++) {
      const at = performance.now()
      found = (await searchArticles(app, { region, person: 'bench', posts: [] }, q, '2026-11-01')).rows.length
      took.push(performance.now() - at)
    }
    search.push(figure(`search ${q}: ${found} found`, 'ms', took.slice(1)))
  }
  await worker.query(`
    insert into faheng.item_version (region, item, version, body, title, bases, kinds, branches, status, valid_from, recorded)
    select $1, 'item-' || n, 1, 'body', 'item', jsonb_build_array(jsonb_build_object('citation', jsonb_build_object('statute', a.statute, 'article', a.number), 'text', a.folded)),
      '{fine}', '[]', 'parsed', '2020-01-01', now()
    from (select row_number() over (order by md5(statute || ordinal)) as n, * from faheng.statute_article where region = $1) a where n <= 1000`, [region])
  const { rows: cited } = await worker.query<{ text: string }>(`select '《' || statute || '》' || label as text from faheng.statute_article where region = $1 order by md5(ordinal || statute) limit 1000`, [region])
  const resolving: number[] = []
  let nodes = 0
  for (let i = 0; i < 11; i++) {
    const at = performance.now()
    const read = cited.flatMap(({ text }) => parseCitations(text).read)
    const library = await libraryOf(worker, region, read)
    nodes = read.filter((each) => resolveCitation(each, '2026-11-01', library).kind === 'found').length
    resolving.push(performance.now() - at)
  }
  await worker.query(`
    with old as (select * from faheng.statute_version where region = $1 order by statute limit 50),
      next as (insert into faheng.statute_version select region, statute, 'next', title, rank, '2026-10-01', '2026-12-01', null, recorded from old returning *),
      text as (insert into faheng.statute_text select t.region, t.statute, 'next', layout, source, preamble, flaws, articles, t.recorded from faheng.statute_text t join old using (region, statute, version) returning *)
    insert into faheng.statute_article select a.region, a.statute, 'next', ordinal, number, sub, label, path, jsonb_build_array(jsonb_build_object('text', '新' || a.folded, 'items', '[]'::jsonb)), '新' || a.folded
    from faheng.statute_article a join old using (region, statute, version)`, [region])
  const touching = performance.now()
  await recordChanges(worker, region, '2026-11-01T00:00:00.000Z')
  const touched = (performance.now() - touching) / 1000
  report('statutes', { statutes: Number(count), ...counts }, [figure('import', 's', [seconds]), ...search, figure(`resolve 1,000 citations from their words: ${nodes} found`, 'ms', resolving.slice(1)), figure('what 50 new versions touch among 1,000 items', 's', [touched])], await postgresOf(worker))
} finally {
  await opened.close()
  rmSync(data, { recursive: true, force: true })
}

function copiesOf(folder: string): SourceFile[] {
  const real = readStatuteFolder(folder).files.filter(({ text }) => !/^\uFEFF?---/.test(text) && !/^#+ 第.编/.test(text.trimStart()))
  return Array.from({ length: Number(count) }, (_, i) => {
    const file = real[i % real.length]
    const copy = Math.floor(i / real.length)
    const renamed = (text: string) => text.replace(/^(\uFEFF?\s*(?:# )?)(\S[^\n]*)/, copy === 0 ? '$1$2' : `$1$2第${copy}号`)
    return { path: `${copy}/${file?.path ?? ''}`, text: renamed(file?.text ?? '') }
  })
}
