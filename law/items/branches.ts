import type { Citation } from '../citation.ts'
import type { Branch, Fine } from '../penalties/branch.ts'
import type { PenaltyCode } from '../penalties/kinds.ts'
import { parseBranches, type ParsedBranches } from '../penalties/parse.ts'
import { words, type Words } from '../words.ts'
import { followingParagraphs, namesItem, paragraphTexts, penaltyPassage } from './passage.ts'

/** A branch with the basis (index) whose text it was read from. */
export interface ItemBranch extends Branch {
  readonly basis: number
}

interface Basis {
  readonly citations: readonly Citation[]
  readonly text: string
}

/**
 * The branches of an item. The article's own sentences are the source, because the column 处罚幅度 often drops a condition or a
 * consequence; the column says which sentences are meant, and its fines must be among theirs. Where the two differ the column's
 * branches are kept, to be confirmed. `unplaced` are listed kinds that no branch holds.
 */
export function itemBranches(
  bases: readonly Basis[],
  range: string,
  kinds: readonly PenaltyCode[],
  otherOrgan: boolean,
): { branches: ItemBranch[]; reasons: Words[]; unplaced: PenaltyCode[] } {
  const parts = range.split('|').map((part) => part.trim()).filter((part) => part !== '')
  const branches: ItemBranch[] = []
  const reasons: Words[] = []
  const placed = new Set<number>()
  const disputed = new Set<number>()
  for (const [i, part] of parts.entries()) {
    const stated = parseBranches(part)
    if (stated.branches.length === 0 && !/罚款|处/.test(part)) continue
    const order = bases.length === parts.length ? [i, ...bases.keys()] : [...bases.keys()]
    const found = order.map((at) => ({ at, passage: passageOf(bases[at], part) })).find(({ passage }) => passage?.agrees)
    const at = found?.at ?? order.find((n) => amountsAgree(bases[n], stated.branches)) ?? -1
    const passage = found?.passage ?? (at < 0 ? undefined : passageOf(bases[at], ''))
    const norm = passage ? parseBranches(passage.text) : undefined
    if (norm && norm.branches.length > 0 && covers(norm.branches, stated.branches)) {
      placed.add(at)
      keep(branches, relevant(norm, stated.branches, bases[at]?.citations.at(-1)?.item), at)
      reasons.push(...norm.reasons)
      continue
    }
    const meant = at >= 0 ? at : bases.length === parts.length ? i : 0
    const spread = acrossParagraphs(bases[meant], stated.branches)
    if (spread) {
      placed.add(meant)
      keep(branches, spread, meant)
      continue
    }
    reasons.push(
      found ? words(`条文未能完全读出，采用表列幅度：“${part}”`, `the article was not fully read; the table's range stands: "${part}"`)
        : words(`表列幅度与法条内容不一致：“${part}”`, `the table's range does not agree with the article's text: "${part}"`),
      ...stated.reasons,
    )
    keep(branches, stated.branches.map((branch) => ({ ...branch, status: 'to-be-confirmed' as const })), meant)
    disputed.add(meant)
  }
  for (const [at, basis] of bases.entries()) {
    if (placed.has(at) || disputed.has(at) || (parts.length > 0 && placed.size === 0) || !/【/.test(basis.text)) continue
    const passage = passageOf(basis, '')
    const norm = passage && PENAL.test(passage.text) ? parseBranches(passage.text) : undefined
    if (!norm || norm.branches.length === 0) continue
    keep(branches, norm.branches, at)
    reasons.push(...norm.reasons)
  }
  for (const [at, basis] of bases.entries()) {
    if (!branches.some((branch) => branch.basis === at)) continue
    for (const text of followingParagraphs(basis.text, basis.citations.at(-1)?.item)) {
      const further = parseBranches(text)
      if (further.status === 'parsed' && further.branches.every((branch) => !branch.fine && branch.condition !== '')) keep(branches, further.branches, at)
    }
  }
  const held = new Set(branches.flatMap((branch) => branch.kinds.map((kind) => kind.kind)))
  const unplaced = kinds.filter((kind) => !held.has(kind))
  if (branches.length === 0 && (kinds.length > 0 || otherOrgan) && unplaced.length === 0) reasons.push(words('没有读出处罚', 'no penalty found'))
  return { branches, reasons, unplaced }
}

const passageOf = (basis: Basis | undefined, part: string) =>
  basis && basis.text !== '' ? penaltyPassage(basis.text, part, basis.citations.at(-1)?.paragraph) : undefined

/** A range that joins the fines of several paragraphs (对单位…；对个人…): those paragraphs' branches, when they read surely and cover it. */
function acrossParagraphs(basis: Basis | undefined, stated: readonly Branch[]): Branch[] | undefined {
  if (!basis || stated.length < 2) return undefined
  const read = paragraphTexts(basis.text).map(parseBranches)
  const chosen = read.filter((p) => p.branches.some((branch) => stated.some((s) => s.fine && sameFine(s.fine, branch.fine))))
  const all = chosen.flatMap((p) => p.branches)
  return chosen.length > 1 && chosen.every((p) => p.status === 'parsed') && covers(all, stated) ? all : undefined
}

function keep(all: ItemBranch[], found: readonly Branch[], basis: number) {
  for (const branch of found) if (!all.some((b) => b.basis === basis && b.text === branch.text && sameFine(b.fine, branch.fine))) all.push({ ...branch, basis })
}

/** Every fine of the table's range is among the article's, by base and figures; a range without fines is covered by its kinds. */
const covers = (norm: readonly Branch[], stated: readonly Branch[]) =>
  stated.length > 0 &&
  stated.every((branch) =>
    branch.fine ? norm.some((n) => sameFine(n.fine, branch.fine)) : branch.kinds.every(({ kind }) => norm.some((n) => n.kinds.some((k) => k.kind === kind))),
  )

const amountsAgree = (basis: Basis | undefined, stated: readonly Branch[]) => {
  const passage = passageOf(basis, '')
  return passage !== undefined && covers(parseBranches(passage.text).branches, stated)
}

/** Of a norm that fines several kinds of conduct: those the range names, and what is not a fine of its own. */
function relevant(norm: ParsedBranches, stated: readonly Branch[], item: number | undefined): readonly Branch[] {
  const named = (branch: Branch) => stated.some((s) => sameFine(s.fine, branch.fine))
  const fined = (conduct: number) => norm.branches.filter((branch, i) => branch.fine && norm.conducts[i] === conduct)
  return norm.branches.filter((branch, i) => {
    if (!namesItem(branch.condition, item)) return false
    const fines = fined(norm.conducts[i] ?? 0)
    return fines.length === 0 || fines.some(named)
  })
}

function sameFine(a: Fine | undefined, b: Fine | undefined): boolean {
  if (!a || !b || a.base !== b.base) return a === b
  if (a.base === 'unspecified' || b.base === 'unspecified') return true
  return JSON.stringify([a.floor, a.ceiling]) === JSON.stringify([b.floor, b.ceiling])
}

const PENAL = /罚款|警告|没收|吊销|停业|通报批评|拘留/
