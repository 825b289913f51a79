import { cite } from '../citation.ts'
import { guard } from '../procedure.ts'
import type { CertificateLife, Outside } from '../procedures/certificate-life.ts'
import { words } from '../words.ts'

interface Applies {
  readonly holder?: string
  readonly replaces?: boolean
  readonly outside?: Outside
}

/** R34: training, then the exam, then the application, each as its own register has it. Who replaces a card that is valid has shown both before. */
export const trainedAndExamined = guard<CertificateLife, Applies>(
  'trained-and-examined',
  cite('行政处罚法', 42, 1),
  {
    title: words('培训、考试合格', 'Trained and examined'),
    cure: words(
      '在本系统完成资格培训并通过资格考试；在系统外参加的，填写组织单位、学时、合格日期并附证明材料。',
      'Finish the training and pass the exam here; what was held elsewhere is entered with who held it, hours, day and proof.',
    ),
    needs: ['qualification', 'certificates'],
  },
  ({ state, act: { payload }, facts }) => {
    const holder = payload?.holder ?? state.holder
    if (holder === undefined || ((payload?.replaces ?? state.replaces) && facts.certificates?.[holder]?.valid)) return false
    const known = facts.qualification?.[holder]
    const outside = payload?.outside ?? state.outside
    const [hours, needed] = [(known?.hours ?? 0) + (outside?.hours ?? 0), known?.hoursNeeded ?? 0]
    const passed = known?.exam?.passed === true || outside?.examOn !== undefined
    if (hours < needed && !passed) return words(`资格培训 ${hours} 学时，应当不少于 ${needed} 学时；没有合格的资格考试成绩。`, `${hours} hours of training where ${needed} are needed, and no qualification exam passed.`)
    if (hours < needed) return words(`资格培训 ${hours} 学时，应当不少于 ${needed} 学时。`, `${hours} hours of training where ${needed} are needed.`)
    return !passed && (known?.exam ? words(`${known.exam.on} 的资格考试未合格。`, `The qualification exam of ${known.exam.on} was not passed.`) : words('没有合格的资格考试成绩。', 'No qualification exam was passed.'))
  },
)

/** Measure 7: nobody passes the year without its hours. */
export const trainedOfYear = guard<CertificateLife, { readonly year?: number; readonly passed?: boolean; readonly outside?: Outside }>(
  'trained-of-year',
  cite('行政处罚法', 42, 1),
  {
    title: words('年度培训学时达到要求', 'The year’s hours are there'),
    cure: words(
      '补足本年度培训学时，或者由本机关负责人按规定减免学时并写明理由，或者附系统外培训的证明；否则审验不合格。',
      'Make up the hours, have a head take hours off with the reason, or add proof of training elsewhere; else the verification is not passed.',
    ),
    needs: ['qualification'],
  },
  ({ state, act: { payload }, facts }) => {
    if (state.holder === undefined || payload?.passed !== true || payload.year === undefined) return false
    const of = facts.qualification?.[state.holder]?.years[payload.year]
    if (of === undefined) return words('只能审验本年度和上一年度。', 'Only this year and the one before can be verified.')
    const hours = of.hours + (payload.outside?.hours ?? 0)
    return hours < of.needed && words(`${payload.year} 年度培训 ${hours} 学时，应当不少于 ${of.needed} 学时。`, `${hours} hours in ${payload.year} where ${of.needed} are needed.`)
  },
)
