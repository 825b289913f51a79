import { choice, day, group, list, optional, payload, text } from '../../payload.ts'
import { words } from '../../words.ts'
import { document } from '../document.ts'
import { officersFields, officersText, refusalText, signatureFields } from '../parts/people.ts'
import { chosen, dayText } from '../present.ts'

/** The kinds of 处罚法 46(1). */
const evidenceKinds = {
  documentary: words('书证', 'Documentary evidence'),
  physical: words('物证', 'Physical evidence'),
  audiovisual: words('视听资料', 'Audio and video'),
  electronic: words('电子数据', 'Electronic data'),
  testimony: words('证人证言', 'Testimony'),
  statement: words('当事人的陈述', 'Statement of the party'),
  appraisal: words('鉴定意见', 'Expert opinion'),
  'scene-record': words('勘验笔录、现场笔录', 'Records of inspection and scene'),
} as const

/** 证据提取单 (what was taken from whom, confirmed by him) or 证据清单 (all the evidence of the case). */
export const evidenceList = document({
  kind: 'evidence-list',
  title: words('证据清单', 'List of evidence'),
  volume: 'main',
  outward: false,
  partySigns: true,
  template: 'evidence-list',
  version: 1,
  fields: payload({
    form: choice(words('类型', 'Form'), { extraction: words('证据提取单', 'Extraction'), list: words('证据清单', 'List') }),
    cause: text(words('案由', 'Cause'), { max: 400 }),
    provider: optional(text(words('提供人（被提取人）', 'Taken from'), { personal: true, max: 200 })),
    place: optional(text(words('提取地点', 'Place'), { max: 300 })),
    on: day(words('日期', 'Date')),
    rows: list(
      words('证据', 'Evidence'),
      group(words('证据', 'Evidence'), {
        kind: choice(words('种类', 'Kind'), evidenceKinds),
        name: text(words('名称', 'Name'), { max: 400 }),
        quantity: text(words('数量', 'Quantity'), { max: 60 }),
        source: optional(text(words('来源、提取方式', 'Source, how it was taken'), { max: 400 })),
        proves: optional(text(words('证明内容', 'What it proves'), { max: 1000 })),
      }),
      { min: 1, max: 300 },
    ),
    officers: officersFields,
    signature: optional(signatureFields),
  }),
  titleOf: (f) => (f.form === 'extraction' ? '证据提取单' : '证据清单'),
  view: (f) => ({
    extraction: f.form === 'extraction',
    cause: f.cause,
    provider: f.provider ?? '',
    place: f.place ?? '',
    on: dayText(f.on),
    rows: f.rows.map(({ kind, name, quantity, source, proves }, i) => ({
      no: String(i + 1),
      kind: chosen(evidenceKinds, kind),
      name,
      quantity,
      source: source ?? '',
      proves: proves ?? '',
    })),
    officers: officersText(f.officers),
    refusal: refusalText(f.signature, '提供人'),
  }),
})
