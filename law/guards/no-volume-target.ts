import { cite } from '../citation.ts'
import { words, type Words } from '../words.ts'

/**
 * R35: no target, score, weight or ranking on the number of inspections, cases or fines, or on their amount (处罚法 74(3);
 * 国办发〔2024〕54号). Pure, so that whatever saves an indicator, a plan or a task asks the same question.
 */
export const volumeArticle = cite('行政处罚法', 74, 3)

/** What an indicator may be computed from (R113), and what it may not, however it is scaled. */
export const indicatorInputs = {
  'clocks-kept': words('法定时限遵守', 'Legal terms kept'),
  'file-quality': words('案卷评查质量', 'Quality of files'),
  'findings-cured': words('问题整改', 'Findings cured'),
  training: words('培训学时', 'Training'),
  'instruments-answered': words('监督文书落实', 'Supervision answered'),
  service: words('合规指导、服务', 'Guidance and service'),
  transparency: words('行政执法公示', 'Disclosure'),
  satisfaction: words('群众、企业满意度', 'Satisfaction'),
  qualification: words('资格管理、持证上岗', 'Qualification'),
  'party-building': words('党建和作风', 'Party-building and conduct'),
  inspections: words('检查数量', 'Number of inspections'),
  cases: words('办案数量', 'Number of cases'),
  penalties: words('处罚数量', 'Number of penalties'),
  fines: words('罚没金额', 'Amount of fines'),
} as const
export type IndicatorInput = keyof typeof indicatorInputs

const volumes: ReadonlySet<string> = new Set<IndicatorInput>(['inspections', 'cases', 'penalties', 'fines'])

const what = '(?:行政)?(?:检查|巡查|抽查|监督检查|立案|办案|案件|查办|查处|处罚|罚款|罚没|没收)'
const much = '(?:数量|总数|数目|件数|起数|次数|户数|家次|户次|总量|总额|金额|数额|款额|收入|任务数?|指标|(?<![质力裁])量(?!化|罚|刑)|数(?!据|字|码))'
const number = '\\s*(?:[0-9０-９]+|[一二三四五六七八九十百千万两]+)\\s*'
const spoken: readonly RegExp[] = [
  new RegExp(`${what}[^，。；、\\n]{0,6}?${much}`),
  new RegExp(`(?:人均|户均|同比增长|增幅|排名|完成|下达)[^，。；、\\n]{0,6}?${what}(?!质量|合格|规范|公示|评查|卷|程序)`),
  new RegExp(`(?:不少于|不低于|达到|完成|至少|每[人年月季])[^，。；\\n]{0,8}?[0-9０-９一二三四五六七八九十百千万]+(?:件|起|次|户|家次?|户次|万?元)[^，。；\\n]{0,6}?${what}`),
  new RegExp(`${what}[^，。；\\n]{0,6}?(?:不少于|不低于|达到|完成|至少)[^，。；\\n]{0,4}?[0-9０-９一二三四五六七八九十百千万]+(?:件|起|次|户|家|万?元)`),
  // 每办结一起案件加2分: points by the piece.
  new RegExp(`(?=.*${what}).*每.{0,8}(?:件|起|宗|次|户|家|万?元).{0,8}(?:加|计|得|记|奖).{0,4}(?:分|元)`),
  // 查处率全县排名: a ranking of anything but how well it is done.
  new RegExp(`^(?!.*(?:质量|合格|规范|公示|评查|满意|卷)).*(?:${what}|执法).{0,8}(?:排名|排位|排行|名次)`),
  // 检查企业五十户, 年处罚50万元: so many, or so much; a threshold (罚款五万元以上的) is none.
  new RegExp(`(?:(?<!监督)检查|抽查|立案|办案|案件|查办|查处|处罚).{0,6}?${number}余?(?:件|起|宗|次|户|家)`),
  new RegExp(`(?:处罚|罚款|罚没款?|收缴).{0,6}?${number}余?(?:[万亿]元|元)(?!以[上下]的)`),
  new RegExp(`${number}余?(?:件|起|宗)(?:以上)?的?(?:处罚)?案件`),
  // Said of nothing else, these are volumes.
  /^(?:年度|全年|当年|人均)?(?:罚没款|罚款|罚没|检查频次)$/,
  /\b(?:number|count|amount|total|volume|quota|ranking)\s+of\s+(?:\w+\s+){0,2}(?:inspections?|cases?|penalt(?:y|ies)|fines?)\b/i,
  /\bfines?\s+(?:revenue|income|collected)\b|\b(?:inspections?|cases?|penalties|fines)\s+(?:\w+\s+)?per\s+(?:officer|person|head|month|year)\b/i,
]
/** A limit on inspections is no target for more of them, a share of them done well no count, and who forbids a target sets none. */
const lawful = /不得(?!少于|低于)|严禁|禁止|(?:频次|次数|检查)[^，。；]{0,4}(?:上限|不得?超过|不多于|最多|控制|减少|压减)|(?:次|户|家)以内|(?:合格|优良|规范|及时|准确|公示|满意|整改|办结|结案|回复)率/

export interface Measured {
  /** Title, formula, target: whatever words it is said in. */
  readonly texts: readonly (string | undefined)[]
  /** What it is computed from. */
  readonly inputs?: readonly string[] | undefined
}

/** @returns why it cannot be saved; nothing if it can */
export function volumeTarget(measured: readonly Measured[]): Words | undefined {
  const found = measured.find(({ texts, inputs }) => (inputs ?? []).some((each) => volumes.has(each)) || texts.some((each) => each !== undefined && speaksOfVolume(each)))
  if (!found) return undefined
  const title = found.texts.find((each) => each !== undefined) ?? ''
  return words(
    `“${title}”以检查、办案、处罚的数量或者罚没金额为指标。《行政处罚法》第七十四条第三款禁止罚没款项同考核、考评直接或者变相挂钩；国办发〔2024〕54号严禁下达检查指标，不得将考核考评、预算项目绩效与检查频次、罚款数额挂钩。`,
    `“${title}” measures the number of inspections, cases or penalties, or the amount of fines. Administrative Penalty Law art. 74(3) forbids tying fines to appraisal in any form; 国办发〔2024〕54号 forbids inspection quotas and tying appraisal or budget to inspections or fines.`,
  )
}

export const volumeCure = words(
  '改用质量、时限、整改、培训、公示、满意度等指标；数量只用于统计年报，不得用于考核。',
  'Measure quality, terms kept, findings cured, training, disclosure or satisfaction; plain counts belong to the annual report and are not for appraisal.',
)

const speaksOfVolume = (text: string): boolean => text.split(/[，。；;\n]/).some((part) => !lawful.test(part) && spoken.some((each) => each.test(part)))
