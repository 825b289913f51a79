import { addDays, dayOf } from '@faheng/law/time/day.ts'
import { figure, report, type Figure } from './shared/report.ts'
import { inWorld, people, withServer } from './shared/world.ts'

/**
 * Lists over HTTP as people of a county with 3 in 10 of all cases: `npm run bench -- lists [cases or folder …]`. Each at one client
 * and at sixteen, the ordinary user and the worst: an officer without any matter, a rare word, a word nobody wrote.
 */
const worlds = process.argv.length > 2 ? process.argv.slice(2) : ['10000', '100000']
const today = dayOf(new Date().toISOString())
const q = (text: string): string => encodeURIComponent(text)

const lists: readonly (readonly [what: string, who: string, path: string])[] = [
  ['newest 20, head', people.head, '/api/matters'],
  ['newest 20 of a stage, head', people.head, '/api/matters?stage=investigation'],
  ['newest 20 of a stage, supervisor', people.supervisor, '/api/matters?stage=investigation&body=market'],
  ['newest 20, officer', people.officer, '/api/matters'],
  ['newest 20 of a stage, officer', people.officer, '/api/matters?stage=investigation'],
  ['newest 20, officer without matters', people.idle, '/api/matters'],
  ['a stage nobody is in, head', people.head, '/api/matters?stage=hearing'],
  ['my desk, officer', people.officer, '/api/desk'],
  ['my desk, head', people.head, '/api/desk'],
  ['my desk, officer without matters', people.idle, '/api/desk'],
  ['due within a week, head', people.head, `/api/matters?dueTo=${addDays(today, 7)}`],
  ['due within a week, unit head', people.unitHead, `/api/matters?dueTo=${addDays(today, 7)}`],
  ['due long ago, head', people.head, '/api/matters?dueTo=2020-01-01'],
  ['two characters, supervisor', people.supervisor, `/api/matters?q=${q('食品')}`],
  ['two characters, officer', people.officer, `/api/matters?q=${q('食品')}`],
  ['two characters, officer without matters', people.idle, `/api/matters?q=${q('食品')}`],
  ['a rare word, supervisor', people.supervisor, `/api/matters?q=${q('安邦')}`],
  ['a rare word, officer', people.officer, `/api/matters?q=${q('安邦')}`],
  ['a word nobody wrote, head', people.head, `/api/matters?q=${q('鸮鸮')}`],
  ['deep page, supervisor', people.supervisor, `/api/matters?after=${addDays(today, -700)}~w`],
  ['deep page, officer', people.officer, `/api/matters?after=${addDays(today, -700)}~w`],
]

for (const world of worlds)
  await inWorld(world, (dataDir) => withServer(dataDir, async ({ ask }) => {
    const figures: Figure[] = []
    for (const [what, who, path] of lists)
      for (const [clients, requests] of [[1, 100], [16, 800]] as const) figures.push(figure(`${what}, ${clients} at once`, 'ms', await ask(who, path, clients, requests)))
    report(`lists-${world.replace(/\W+/g, '-')}`, Number(world) > 0 ? { cases: Number(world) } : {}, figures)
  }))
