import { figure, report, type Figure } from './shared/report.ts'
import { inWorld, people, withServer } from './shared/world.ts'

/** Pages that show a whole county at a glance, over HTTP: `npm run bench -- glance [cases or folder of a world …]`. */
const worlds = process.argv.length > 2 ? process.argv.slice(2) : ['10000']

const pages: readonly (readonly [what: string, who: string, path: string])[] = [
  ['the plan, supervisor', people.supervisor, '/api/plan'],
  ['the plan, head', people.head, '/api/plan'],
  ['one measure, supervisor', people.supervisor, '/api/plan/measures/1'],
  ['the public plan', people.supervisor, '/api/public/plan'],
  ['the force of the county, supervisor', people.supervisor, '/api/certificate-desk'],
  ['its training, supervisor', people.supervisor, '/api/training/coverage'],
  ['desk of the supervisor', people.supervisor, '/api/desk'],
  ['desk of a head', people.head, '/api/desk'],
  ['count of open investigations, supervisor', people.supervisor, '/api/matters/count?stage=investigation'],
  ['count of the county, supervisor', people.supervisor, '/api/matters/count'],
]

for (const world of worlds)
  await inWorld(world, (dataDir) => withServer(dataDir, async ({ ask }) => {
    const figures: Figure[] = []
    for (const [what, who, path] of pages)
      for (const [clients, requests] of [[1, 60], [16, 320]] as const) figures.push(figure(`${what}, ${clients} at once`, 'ms', await ask(who, path, clients, requests)))
    report(`glance-${world.replace(/\W+/g, '-')}`, Number(world) > 0 ? { cases: Number(world) } : {}, figures)
  }))
