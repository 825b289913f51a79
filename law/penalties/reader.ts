import { words, type Words } from '../words.ts'
import type { Base, Branch, BranchKind, Fine, Subject } from './branch.ts'
import { connectiveOf, kindsOf, penaltyClause, subjectOf } from './clause.ts'
import { amountCondition, capOf, countedAs, finesOf } from './fine.ts'

/** Reads one norm section by section, clause by clause; what a clause leaves open (condition, addressee, base) holds for the next. */
export class Reader {
  private readonly branches: Branch[] = []
  private readonly conducts: number[] = []
  private conduct = 0
  private may = false
  private readonly reasons: Words[] = []
  private gravity = ''
  private amount = ''
  private subject: Subject = 'any'
  /** Who commits the conduct, where the norm begins with 单位 or 个人. */
  private actor: Subject = 'any'
  private afterCondition = false
  private addressee = ''
  private pending: string[] = []
  private started = false
  private skipping = false
  private doubtful = false
  private base: { base: Base; baseText: string } | undefined
  private previousGravity = ''
  private connective: BranchKind['connective'] | undefined

  section(section: string) {
    if (section === '') return
    if (section.length > LONGEST) return this.doubt(`${section.slice(0, 40)}…`)
    this.previousGravity = this.gravity
    this.gravity = ''
    this.amount = ''
    this.address(this.actor, '')
    this.afterCondition = false
    this.pending = []
    this.skipping = false
    this.connective = undefined
    this.may = false
    this.doubtful = false
    for (const clause of section.split(/[，：\n]/)) this.clause(clause.trim())
    if (this.started && this.pending.length > 0) this.doubt(this.pending.join('，'))
  }

  /** An item of 有下列情形之一的，处…：（一）… belongs to that condition; any other list names conduct. */
  listed(item: string) {
    const last = this.branches.at(-1)
    if (!last || !/之一的?$/.test(this.gravity)) return
    const condition = `${last.condition}${item}`
    for (const [i, branch] of this.branches.entries()) if (branch.condition === last.condition) this.branches[i] = { ...branch, condition }
  }

  private clause(clause: string) {
    if (clause === '') return
    const cap = capOf(clause)
    if (cap !== undefined && this.cap(cap)) return
    const counted = countedAs(this.amount, clause)
    if (counted) return this.count(counted)
    if (CONSEQUENCE.test(clause) && (!PENALTY.test(clause) || HANDLING.test(clause))) {
      const disciplined = /^对([^，]+?)(?:依法)?给予/.exec(clause)
      if (disciplined) this.address(subjectOf(disciplined[1] ?? ''), disciplined[1] ?? '')
      this.pending = []
      return
    }
    if (this.condition(clause)) return
    const penalty = penaltyClause(clause)
    if (!penalty) {
      const addressed = /^对(.+)$/.exec(clause)
      if (addressed && (this.started || clause.endsWith('部分'))) this.address(subjectOf(addressed[1] ?? ''), addressed[1] ?? '')
      else this.pending.push(clause)
      return
    }
    if (this.skipping) return
    this.afterCondition = false
    const unread = this.pending.filter((part) => this.started || UNREAD_PENALTY.test(part))
    this.pending = []
    this.started = true
    if (penalty.subject) {
      if (/其|主管人员|责任人员|负责人/.test(penalty.addressee) && this.gravity === '' && this.amount === '' && this.previousGravity !== '' && this.branches.length > 0) {
        this.doubtful = true
        this.reasons.push(words(`“${this.previousGravity}”是否也适用于“${clause}”，须核对`, `whether "${this.previousGravity}" also governs "${clause}" must be checked`))
      }
      this.address(penalty.subject, penalty.addressee)
    }
    this.impose(clause, penalty.body, penalty.organ)
    if (unread.length > 0) this.doubt(unread.join('，'))
  }

  /** A clause ending in 的: a condition for what follows; joined with what stands unread before it. */
  private condition(clause: string): boolean {
    if (!/(?:的|情形之一|行为之一)$/.test(clause) || (clause.endsWith('罚款的'))) return false
    const whole = [...this.pending, clause].join('，')
    this.pending = []
    if (clause.startsWith('尚不构成犯罪')) return true
    if (this.afterCondition && /^或者?/.test(clause) && this.gravity !== '') {
      this.gravity += `，${clause}`
      return true
    }
    this.afterCondition = true
    this.skipping = /构成犯罪|构成违反治安/.test(whole) && !/尚不构成/.test(whole)
    const actor = /^(?:个人|单位)(?=有|违反|不|未)/.exec(whole)
    if (!this.started && actor) {
      this.actor = subjectOf(actor[0])
      this.address(this.actor, '')
    }
    if (!this.started && !GRAVITY.test(whole) && !amountCondition(whole)) {
      if (whole.startsWith('对')) this.gravity = whole
      return true
    }
    if (amountCondition(whole) && !/情节/.test(whole)) this.amount = whole
    else {
      this.gravity = whole
      this.amount = ''
      if (!GRAVITY.test(whole) && !/以上行为|上述|前款(?!.*项)/.test(whole)) this.conduct += 1
      if (/^(?:个人|单位)/.test(whole)) this.address(subjectOf(whole.slice(0, 2)), '')
      else if (this.subject === 'responsible-person' || !GRAVITY.test(whole)) this.address(this.actor, '')
    }
    return true
  }

  private address(subject: Subject, addressee: string) {
    this.subject = subject
    this.addressee = addressee
  }

  private impose(clause: string, body: string, organ: string | undefined) {
    const fines = FINES.test(body) ? finesOf(body, this.base) : []
    const kinds = kindsOf(body, organ)
    if (/单处(?:、|或者?)并处|并处(?:、|或者?)单处/.test(body)) this.connective = 'single-or-combined'
    if (fines.length === 0 && kinds.length > 0 && !kinds.some((k) => k.kind === 'confiscate-gains')) this.amount = ''
    const carried = this.connective ?? (this.may && BARE.test(body) ? 'may' : undefined)
    this.may = fines.length === 0 && (carried === 'may' || kinds.some((k) => k.connective === 'may'))
    for (const entry of kinds) this.add(carried ? { ...entry, connective: carried } : entry, undefined, clause)
    for (const { fine, start } of fines) {
      const connective = this.connective ?? (fines.length > 1 ? 'one-of' : connectiveOf(body.slice(0, start) + /^(?:并?可以?|并?可以?根据情节)/.exec(body.slice(start))?.[0], body))
      if ('baseText' in fine) this.base = { base: fine.base, baseText: fine.baseText }
      if (fine.base === 'absolute' && this.gravity !== '' && this.branches.some((b) => b.fine?.base === 'per-unit')) {
        this.doubtful = true
        this.reasons.push(words(`“${clause}”是否也按单位数计，须核对`, `whether "${clause}" is also counted per unit must be checked`))
      }
      this.add({ kind: 'fine', connective, text: body }, fine, clause)
    }
    if (fines.length === 0 && /罚款/.test(body)) this.doubt(clause)
    if (fines.length === 0 && kinds.length === 0 && !ORDER.test(body)) this.doubt(clause)
  }

  /** Joins the kind to the branch of the same condition and subject, or opens one; a branch holds one fine. */
  private add(kind: BranchKind, fine: Fine | undefined, clause: string) {
    const addressee = this.subject === 'any' || !GENERIC.test(this.addressee) ? (this.addressee === '' ? '' : `对${this.addressee.replace(/^对/, '')}`) : ''
    const condition = [this.gravity, this.amount, addressee].filter((part) => part !== '').join('，')
    const at = this.branches.findLastIndex((b, i) => b.condition === condition && b.subject === this.subject && this.conducts[i] === this.conduct)
    const last = this.branches[at]
    const status = this.doubtful || fine?.base === 'unspecified' ? 'to-be-confirmed' : 'parsed'
    if (fine?.base === 'unspecified') this.reasons.push(words('法条未写明罚款数额，须另查标准', 'the norm states no figure for the fine; another norm must'))
    if (last && !(fine && last.fine)) {
      const same = last.text.endsWith(clause)
      this.branches[at] = {
        ...last,
        kinds: [...last.kinds, kind],
        ...(fine ? { fine } : {}),
        status: last.status === 'parsed' ? status : last.status,
        text: same ? last.text : `${last.text}，${clause}`,
      }
      return
    }
    const when = amountCondition(this.amount)
    this.conducts.push(this.conduct)
    this.branches.push({
      condition,
      ...(when ? { when } : {}),
      subject: this.subject,
      kinds: [kind],
      ...(fine ? { fine } : {}),
      status,
      text: condition === '' || condition === addressee ? clause : `${condition}，${clause}`,
    })
  }

  /** 货值金额不足十万元的，按十万元计算 speaks of every multiple of that base in the norm. */
  private count(counted: { base: Base; qualifier: string; fen: number }) {
    let found = false
    for (const [i, branch] of this.branches.entries()) {
      const { fine } = branch
      if (!fine || !('baseText' in fine) || fine.base !== counted.base) continue
      found = true
      const differs = (fine.countedAsAtLeast !== undefined && fine.countedAsAtLeast !== counted.fen) || /批发|零售/.test(counted.qualifier)
      this.branches[i] = { ...branch, ...(differs ? { status: 'to-be-confirmed' as const } : {}), fine: { ...fine, countedAsAtLeast: Math.min(fine.countedAsAtLeast ?? counted.fen, counted.fen) } }
      if (differs) this.reasons.push(words('不同情形按不同最低数额计算，须核对', 'the base counts as at least different amounts in different cases'))
    }
    if (!found) this.doubt(`${this.amount}，按最低数额计算`)
    this.amount = ''
  }

  private cap(fen: number): boolean {
    const last = this.branches.at(-1)
    if (!last?.fine || last.fine.base === 'absolute' || last.fine.base === 'unspecified') return false
    for (const [i, branch] of this.branches.entries()) {
      const { fine } = branch
      if (fine && (fine.base === last.fine.base)) this.branches[i] = { ...branch, fine: { ...fine, cap: fen } }
    }
    return true
  }

  private doubt(part: string) {
    this.reasons.push(words(`未能识别：“${part}”`, `not understood: "${part}"`))
    const last = this.branches.at(-1)
    if (last) this.branches[this.branches.length - 1] = { ...last, status: 'to-be-confirmed' }
  }

  result(): { branches: Branch[]; conducts: number[]; reasons: Words[] } {
    return { branches: this.branches, conducts: this.conducts, reasons: this.reasons }
  }
}

/** Characters of the longest section read; real ones stay below 700, and patterns must not be fed more. */
const LONGEST = 2000
const GRAVITY = /超过.*(?:百分之|%)|情节|拒不|逾期|造成|导致|引起|发生|再次|仍不|两次|三次|两年内|后果|构成/
const GENERIC = /^(?:其|对)?(?:个人|单位)$|^其?(?:直接负责的)?主管人员和其[他它](?:直接)?责任人员$/
/** A fine is imposed by its name, or in a table's excerpt by 处… or 每人… alone. */
const FINES = /罚款|^(?:并|可以?|对)*处|^(?!责令).*每.*元/
/** A kind that stands bare after 可以没收渔具， shares its 可以. */
const BARE = /^(?:吊销|没收|暂扣|降低|责令停)/
/** A clause before the first penalty that looks like one and was not read. */
const UNREAD_PENALTY = /(?:部门|机关|机构|政府).*(?:责令停|没收|吊销|警告|罚款)/
const PENALTY = /罚款|没收|吊销|警告/
const HANDLING = /^(?:要求|在其)/
/** Civil, criminal and disciplinary consequences, orders to mend and handling: no penalties. */
const CONSEQUENCE =
  /^(?:依法)?(?:追究|承担|予?以?赔偿|给予(?:降级|撤职|开除|处分))|赔偿责任|刑事责任|民事责任|给予处分|(?:降级|撤职|开除)[^，]*处分|^限期(?:改正|治理)$|^根据[^，]*(?:情节|后果|情节轻重)$|^恢复原状|^消除污染$|^采取(?:其他)?补救|^所需费用|信用档案|向社会公布|公告|^下同|赔偿金|滞纳金|行政处分|予以拆除|赔偿损失|^要求|^发还|^在其|补交|强制封堵|^限期(?!.*(?:罚款|吊销))|不受理其|批准权的人民政府批准|解除服务协议|支付.*工资/
const ORDER = /责令|取缔|撤销|予以[^，]*处分|暂扣|处理/
