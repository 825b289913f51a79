import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { Loading } from '../shared-ui/components/states.tsx'
import { readUrgency } from './desk/urgency.ts'
import { readFilter } from './matters/filter.ts'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => (typeof search['to'] === 'string' && search['to'].startsWith('/') ? { to: search['to'] } : {}),
  component: lazyRouteComponent(() => import('./sign-in/page.tsx'), 'SignInPage'),
})

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
const under = () => shell

const desk = createRoute({ getParentRoute: under, path: '/', validateSearch: readUrgency, component: lazyRouteComponent(() => import('./desk/page.tsx'), 'DeskPage') })
const yearOf = (search: Record<string, unknown>): { year?: number } => (Number.isInteger(Number(search['year'])) && search['year'] !== undefined ? { year: Number(search['year']) } : {})
const plan = createRoute({ getParentRoute: under, path: '/plan', validateSearch: yearOf, component: lazyRouteComponent(() => import('./plan/page.tsx'), 'PlanPage') })
const measure = createRoute({
  getParentRoute: under, path: '/plan/measures/$number', validateSearch: yearOf, component: lazyRouteComponent(() => import('./plan/measure.tsx'), 'MeasurePageOf'),
})
const bodyPlan = createRoute({ getParentRoute: under, path: '/plan/bodies/$id', validateSearch: yearOf, component: lazyRouteComponent(() => import('./plan/body.tsx'), 'BodyPlanPage') })
const counties = createRoute({ getParentRoute: under, path: '/plan/counties', component: lazyRouteComponent(() => import('./plan/counties.tsx'), 'CountiesPage') })
const managePlan = createRoute({ getParentRoute: under, path: '/plan/manage', component: lazyRouteComponent(() => import('./plan/manage.tsx'), 'ManagePlanPage') })
const leads = createRoute({
  getParentRoute: under,
  path: '/leads',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./matters/page.tsx'), 'LeadsPage'),
})
const register = createRoute({ getParentRoute: under, path: '/leads/new', component: lazyRouteComponent(() => import('./matters/register.tsx'), 'RegisterPage') })
const begin = createRoute({ getParentRoute: under, path: '/begin/$procedure', component: lazyRouteComponent(() => import('./matters/register.tsx'), 'BeginPage') })
const cases = createRoute({
  getParentRoute: under,
  path: '/cases',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./matters/page.tsx'), 'CasesPage'),
})
const matter = createRoute({
  getParentRoute: under,
  path: '/matters/$id',
  validateSearch: (search): { act?: string } => (typeof search['act'] === 'string' ? { act: search['act'] } : {}),
  component: lazyRouteComponent(() => import('./matter/page.tsx'), 'MatterPage'),
})
const documents = createRoute({ getParentRoute: under, path: '/matters/$id/documents', component: lazyRouteComponent(() => import('./matter/documents.tsx'), 'DocumentsPage') })
const textOf = (search: Record<string, unknown>, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : [])))
const file = createRoute({ getParentRoute: under, path: '/files/$hash', component: lazyRouteComponent(() => import('./viewer/page.tsx'), 'ViewerPage') })
const items = createRoute({
  getParentRoute: under,
  path: '/items',
  validateSearch: (search): { q?: string; body?: string; kind?: string; status?: string } => textOf(search, 'q', 'body', 'kind', 'status'),
  component: lazyRouteComponent(() => import('./items/page.tsx'), 'ItemsPage'),
})
const item = createRoute({ getParentRoute: under, path: '/items/$id', validateSearch: (search): { on?: string } => textOf(search, 'on'), component: lazyRouteComponent(() => import('./items/item.tsx'), 'ItemPage') })
const leniency = createRoute({ getParentRoute: under, path: '/leniency', component: lazyRouteComponent(() => import('./leniency/page.tsx'), 'LeniencyPage') })
const toConfirm = createRoute({ getParentRoute: under, path: '/benchmarks', component: lazyRouteComponent(() => import('./benchmarks/page.tsx'), 'ToConfirmPage') })
const townships = createRoute({ getParentRoute: under, path: '/townships', validateSearch: (search): { view?: string } => textOf(search, 'view'), component: lazyRouteComponent(() => import('./townships/page.tsx'), 'TownshipsPage') })
const cleaning = createRoute({ getParentRoute: under, path: '/items/cleaning', component: lazyRouteComponent(() => import('./items/cleaning.tsx'), 'CleaningPage') })
const statutes = createRoute({
  getParentRoute: under,
  path: '/statutes',
  validateSearch: (search): { q?: string; on?: string } => textOf(search, 'q', 'on'),
  component: lazyRouteComponent(() => import('./statutes/page.tsx'), 'StatutesPage'),
})
const statute = createRoute({
  getParentRoute: under,
  path: '/statutes/$statute',
  validateSearch: (search): { on?: string; version?: string } => textOf(search, 'on', 'version'),
  component: lazyRouteComponent(() => import('./statutes/statute.tsx'), 'StatutePage'),
})
const comparison = createRoute({
  getParentRoute: under,
  path: '/statutes/$statute/compare',
  validateSearch: (search): { from?: string; to?: string } => textOf(search, 'from', 'to'),
  component: lazyRouteComponent(() => import('./statutes/comparison.tsx'), 'ComparisonPage'),
})
const statutesIn = createRoute({ getParentRoute: under, path: '/statutes/import', component: lazyRouteComponent(() => import('./statutes/import.tsx'), 'ImportStatutesPage') })
const changes = createRoute({ getParentRoute: under, path: '/statute-changes', component: lazyRouteComponent(() => import('./statutes/changes.tsx'), 'ChangesPage') })
const change = createRoute({ getParentRoute: under, path: '/statute-changes/$id', component: lazyRouteComponent(() => import('./statutes/change.tsx'), 'ChangePage') })
const rules = createRoute({
  getParentRoute: under,
  path: '/rules',
  validateSearch: (search): { q?: string } => (typeof search['q'] === 'string' ? { q: search['q'] } : {}),
  component: lazyRouteComponent(() => import('./rules/page.tsx'), 'RulesPage'),
})
const imports = createRoute({ getParentRoute: under, path: '/imports', component: lazyRouteComponent(() => import('./imports/page.tsx'), 'ImportsPage') })
const exams = createRoute({ getParentRoute: under, path: '/exams', component: lazyRouteComponent(() => import('./exams/page.tsx'), 'ExamsPage') })
// Without the frame: in the exam room there is nothing but the exam.
const examRoom = createRoute({ getParentRoute: () => root, path: '/exams/$id', component: lazyRouteComponent(() => import('./exams/room.tsx'), 'ExamRoomPage') })
const examReview = createRoute({ getParentRoute: under, path: '/exams/$id/review', component: lazyRouteComponent(() => import('./exams/review.tsx'), 'ReviewPage') })
const examMarking = createRoute({ getParentRoute: under, path: '/exams/$id/marking', component: lazyRouteComponent(() => import('./exams/marking.tsx'), 'MarkingPage') })
const examResults = createRoute({ getParentRoute: under, path: '/exams/$id/results', component: lazyRouteComponent(() => import('./exams/results.tsx'), 'ResultsPage') })
const examQuestions = createRoute({ getParentRoute: under, path: '/exam-questions', component: lazyRouteComponent(() => import('./exams/bank.tsx'), 'BankPage') })
const setExam = createRoute({ getParentRoute: under, path: '/set-exam', component: lazyRouteComponent(() => import('./exams/set.tsx'), 'SetExamPage') })
const security = createRoute({ getParentRoute: under, path: '/security', component: lazyRouteComponent(() => import('./security/page.tsx'), 'SecurityPage') })
const audit = createRoute({ getParentRoute: under, path: '/audit', component: lazyRouteComponent(() => import('./audit/page.tsx'), 'AuditPage') })
const ledger = createRoute({ getParentRoute: under, path: '/ledger', component: lazyRouteComponent(() => import('./ledger/page.tsx'), 'LedgerPage') })
const people = createRoute({ getParentRoute: under, path: '/people', component: lazyRouteComponent(() => import('./people/page.tsx'), 'PeoplePage') })
const person = createRoute({ getParentRoute: under, path: '/people/$id', component: lazyRouteComponent(() => import('./people/person.tsx'), 'PersonPage') })
const personCard = createRoute({ getParentRoute: under, path: '/people/$id/card', component: lazyRouteComponent(() => import('./people/card.tsx'), 'CardPage') })
const staff = createRoute({ getParentRoute: under, path: '/staff', validateSearch: (search): { body?: string; q?: string } => ({ ...textOf(search, 'body'), ...textOf(search, 'q') }), component: lazyRouteComponent(() => import('./people/staff.tsx'), 'StaffPage') })
const certificates = createRoute({ getParentRoute: under, path: '/certificates', component: lazyRouteComponent(() => import('./people/certificate-desk.tsx'), 'CertificateDeskPage') })
const countyPeople = createRoute({ getParentRoute: under, path: '/county-people', component: lazyRouteComponent(() => import('./people/county.tsx'), 'CountyPeoplePage') })
const training = createRoute({ getParentRoute: under, path: '/training', component: lazyRouteComponent(() => import('./training/page.tsx'), 'TrainingPage') })
const trainingSession = createRoute({
  getParentRoute: under,
  path: '/training/sessions/$id',
  validateSearch: (search): { code?: string } => textOf(search, 'code'),
  component: lazyRouteComponent(() => import('./training/session.tsx'), 'SessionPage'),
})
const onlineCourse = createRoute({ getParentRoute: under, path: '/training/courses/$id', validateSearch: (search): { year?: string } => textOf(search, 'year'), component: lazyRouteComponent(() => import('./training/course.tsx'), 'OnlineCoursePage') })
const account = createRoute({ getParentRoute: under, path: '/account', component: lazyRouteComponent(() => import('./account/page.tsx'), 'AccountPage') })

export const router = createRouter({
  routeTree: root.addChildren([signIn, examRoom, shell.addChildren([plan, measure, bodyPlan, managePlan, counties, desk, leads, register, begin, cases, matter, documents, file, items, item, cleaning, townships, leniency, toConfirm, statutes, statute, statutesIn, comparison, changes, change, rules, imports, exams, examReview, examMarking, examResults, examQuestions, setExam, ledger, security, audit, people, person, personCard, staff, certificates, countyPeople, training, trainingSession, onlineCourse, account])]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading />,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
