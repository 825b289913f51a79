import type { RefTo } from '@faheng/law/payload.ts'
import { penaltyKinds } from '@faheng/law/penalties/kinds.ts'
import { elements, evidenceKinds } from '@faheng/law/procedures/penalty-payloads.ts'
import { words, type Words } from '@faheng/law/words.ts'
import { dayOf, moment, yuan } from '../../../shared-ui/format.ts'
import type { FileAtHand } from '../file-context.ts'
import { schemaOf } from '../../procedures.ts'
import { isRecord, type SchemaNode } from '../schema.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly under?: string
}

/** What the file at hand itself offers: its parties, evidence, violations, things held, documents, sums owed. `of`: what is chosen beside it. */
export function choicesInFile(to: RefTo, { matter, acts }: FileAtHand, w: (text: Words) => string, of?: unknown): Choice[] {
  if (!matter) return []
  const state = isRecord(matter.state) ? matter.state : {}
  const rows = (name: string): Record<string, unknown>[] => (Array.isArray(state[name]) ? state[name].filter(isRecord) : [])
  const nameOf = (party: unknown): string => matter.parties.find((each) => each.id === party)?.name ?? String(party)
  const payloads = acts.map((act) => act.payload).filter(isRecord)
  const told = (list: string, id: unknown, text: string): string | undefined => {
    const entry = payloads.flatMap((each) => (Array.isArray(each[list]) ? each[list].filter(isRecord) : [])).findLast((each) => each['id'] === id)
    return entry ? String(entry[text] ?? '') : undefined
  }
  switch (to) {
    case 'party':
      return matter.parties.map(({ id, name, code }) => ({ value: id, label: name, ...(code ? { under: code } : {}) }))
    case 'evidence': {
      const made = acts.flatMap((act) => {
        const payload = isRecord(act.payload) ? act.payload : {}
        const id = payload['evidence']
        if (typeof id !== 'string') return []
        const what = payload['title'] ?? payload['name'] ?? payload['place']
        return [{ value: id, label: [w(act.title), what].filter(Boolean).join('：'), ...(act.marks[0] ? { under: w(act.marks[0].message) } : {}) }]
      })
      return [...made, ...rows('evidence').filter((each) => !made.some(({ value }) => value === each['id'])).map((each) => broughtIn(each, w))]
    }
    case 'violation':
      return rows('violations').map((each) => ({
        value: String(each['id']),
        label: told('violations', each['id'], 'conduct') || matter.items[String(each['item'])] || String(each['id']),
        under: matter.items[String(each['item'])] ?? '',
      }))
    case 'indicator':
      return rows('indicators').map((each) => ({ value: String(each['id']), label: told('indicators', each['id'], 'title') ?? String(each['id']), under: `${String(each['weight'])}%` }))
    case 'held':
      return rows('held').map((each) => ({ value: String(each['id']), label: `${told('things', each['id'], 'name') || takenBy(each, w)} × ${String(each['quantity'])}` }))
    case 'test':
      return rows('tests').map((each) => {
        const commission = payloads.find((told) => told['test'] === each['id'] && typeof told['institution'] === 'string')
        return { value: String(each['id']), label: [commission?.['institution'], each['on']].filter(Boolean).join(' · ') }
      })
    case 'performance':
      return rows('performance').map((each) => ({
        value: String(each['id']),
        label: [nameOf(each['party']), kindTitle(each['kind'], w), Number(each['owed']) > 0 ? yuan(Number(each['owed']) - Number(each['paid'])) : ''].filter(Boolean).join(' · '),
      }))
    case 'act':
      // A demand and a revocation are served, too, where their paper is made outside.
      return acts.filter((act) => act.documents.length > 0 || [...rows('demands'), ...rows('setAside').filter((each) => each['by'] === 'revoked')].some((each) => each['act'] === act.id)).map((act) => ({ value: act.id, label: documentTitle(matter.documents, act.documents, w) || w(act.title), under: w(act.title) }))
    case 'officer':
      // Those of other bodies whom a joint action or assistance of this case names; the body's own are asked of the register.
      return [...new Set(rows('joint').flatMap((each) => (Array.isArray(each['officers']) ? each['officers'].map(String) : [])))].map((person) => ({ value: person, label: matter.people[person] ?? person, under: w(words('联合执法、执法协助', 'Joint action or assistance')) }))
    case 'finding':
      // By the act that caused it: its findings are looked into together.
      return [...Map.groupBy(matter.findings.filter((each) => !each.lifted), (each) => each.act)].map(([act, found]) => ({
        value: act, label: found.map((each) => w(each.title)).join('；'), under: acts.filter((each) => each.id === act).map((each) => `${w(each.title)} ${moment(each.occurredAt)}`).join(''),
      }))
    case 'correction':
      return rows('corrections').map((each) => ({
        value: String(each['act']),
        label: [matter.documents.find((paper) => paper.act === each['act'])?.number, nameOf(each['party'])].filter(Boolean).join(' '),
        under: [each['by'], isRecord(each['checked']) ? each['checked']['on'] : ''].filter(Boolean).join(' · '),
      }))
    case 'entry':
      return acts.filter((act) => act.nature === 'fact').map((act) => ({ value: act.id, label: `${w(act.title)} ${moment(act.occurredAt)}`, under: act.actorName }))
    case 'account':
      return acts.filter((act) => textsOf(matter.row.procedure, act, w).length > 0).map((act) => ({ value: act.id, label: `${w(act.title)} ${moment(act.occurredAt)}`, under: act.actorName }))
    case 'text':
      return acts.filter(({ id }) => id === of).flatMap((act) => textsOf(matter.row.procedure, act, w))
    case 'document':
      return matter.documents.map(({ id, title, number }) => ({ value: id, label: [w(title), number].filter(Boolean).join(' ') }))
    default:
      return []
  }
}

/** The personal texts of an act, each by its label and how it begins; one that is sealed from this reader by its label alone. */
function textsOf(procedure: string, act: FileAtHand['acts'][number], w: (text: Words) => string): Choice[] {
  const found: Choice[] = []
  const walk = (node: SchemaNode, value: unknown, path: readonly string[], labels: readonly string[]): void => {
    const own = node.label ? [...labels, w(node.label)] : labels
    if (Array.isArray(value)) value.forEach((each, i) => walk(node.items ?? {}, each, [...path, String(i)], [...labels, `${node.items?.label ? w(node.items.label) : ''} ${i + 1}`]))
    else if (isRecord(value) || (node.properties && value === undefined && act.sealed))
      for (const [key, each] of Object.entries(node.properties ?? {})) walk(each, isRecord(value) ? value[key] : undefined, [...path, key], own)
    else if (node.personal && node.widget === 'text' && (typeof value === 'string' || (node.sealed && act.sealed)))
      found.push({ value: path.join('.'), label: own.join(' · '), ...(typeof value === 'string' ? { under: value.slice(0, 60) } : {}) })
  }
  walk(schemaOf(procedure, act.kind), act.payload, [], [])
  return found
}

/** A piece whose own record is in another file, of a merged case or on paper: by its kind, day and what it proves (R7, R29). */
function broughtIn({ id, kind, on, proves, unusable }: Record<string, unknown>, w: (text: Words) => string): Choice {
  const kindWords = evidenceKinds[kind as keyof typeof evidenceKinds] ?? evidenceKinds.documentary
  const shows = (Array.isArray(proves) ? proves : []).flatMap((each) => elements[each as keyof typeof elements] ?? []).map(w)
  const under = [unusable === undefined ? w(elsewhere) : w(notToRely), ...shows]
  return { value: String(id), label: [w(kindWords), on].filter(Boolean).join(' '), under: under.join(' · ') }
}

const elsewhere = words('原始记录在接收的案卷或者纸质案卷中', 'Recorded in the file it came from')
const notToRely = words('已标记为不得作为依据', 'Marked as unusable')

/** A thing taken in from another file is named by how it is held. */
const takenBy = ({ measure, since }: Record<string, unknown>, w: (text: Words) => string): string => [w(holdings[String(measure)] ?? registered), typeof since === 'string' ? dayOf(since) : ''].join(' ')

const registered = words('先行登记保存的物品', 'Registered things')
const holdings: Readonly<Record<string, Words>> = { sealed: words('查封的物品', 'Sealed things'), seized: words('扣押的物品', 'Seized things'), sampled: words('抽取的样品', 'Samples') }

const kindTitle = (code: unknown, w: (text: Words) => string): string => {
  const kind = penaltyKinds.kinds.find((each) => each.code === code)
  return kind ? w(kind.words) : String(code ?? '')
}

const documentTitle = (documents: readonly { id: string; title: Words; number: string | null }[], ids: readonly string[], w: (text: Words) => string): string =>
  documents
    .filter(({ id }) => ids.includes(id))
    .map(({ title, number }) => [w(title), number].filter(Boolean).join(' '))
    .join('；')
