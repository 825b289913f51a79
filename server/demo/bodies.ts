/** The invented county: its code was never given out (GB/T 2260 has no 140199), its name is on no map. */
export const region = { id: '140199', name: '青河县' } as const

export interface DemoUnit {
  readonly id: string
  readonly name: string
  readonly officers: number
}

export interface DemoBody {
  readonly id: string
  readonly name: string
  readonly shortName: string
  /** 机关代字. */
  readonly prefix: string
  readonly kind: 'organ' | 'township'
  /** Nine digits, of a township. */
  readonly township?: string
  /** Handling units; the legal unit and the office stand apart. */
  readonly units: readonly DemoUnit[]
  readonly deputies: number
  readonly overlay: 'general' | 'market-supervision'
  /** Of a hundred cases in the county. */
  readonly share: number
}

const squad = (id: string, name: string, officers = 4): DemoUnit => ({ id, name, officers })

const organ = (id: string, name: string, shortName: string, prefix: string, units: readonly DemoUnit[], share: number, deputies = 2): DemoBody => ({
  id, name: `${region.name}${name}`, shortName, prefix, kind: 'organ', units, deputies, overlay: id === 'market' ? 'market-supervision' : 'general', share,
})

const township = (n: number, name: string, prefix: string, share: number): DemoBody => ({
  id: `township-${n}`, name: `${region.name}${name}人民政府`, shortName: name, prefix, kind: 'township', township: `${region.id}10${n}`,
  units: [squad(`township-${n}-squad`, '综合行政执法队')], deputies: 1, overlay: 'general', share,
})

export const bodies: readonly DemoBody[] = [
  organ('market', '市场监督管理局', '市场监管局', '晋青市监', [
    squad('market-squad', '综合执法大队', 6), squad('market-food', '食品安全监管股'), squad('market-town', '城关市场监督管理所'),
  ], 50, 3),
  organ('emergency', '应急管理局', '应急管理局', '晋青应急', [squad('emergency-squad', '安全生产执法大队')], 7),
  organ('transport', '交通运输局', '交通运输局', '晋青交', [squad('transport-squad', '交通运输综合执法大队')], 8),
  organ('agriculture', '农业农村局', '农业农村局', '晋青农', [squad('agriculture-squad', '农业综合执法大队')], 7),
  organ('urban', '城市管理局', '城市管理局', '晋青城管', [squad('urban-squad', '城市管理综合执法大队')], 9),
  organ('health', '卫生健康局', '卫生健康局', '晋青卫', [squad('health-squad', '卫生监督所')], 5),
  organ('labour', '人力资源和社会保障局', '人社局', '晋青人社', [squad('labour-squad', '劳动保障监察大队')], 4),
  organ('ecology', '生态环境分局', '生态环境分局', '晋青环', [squad('ecology-squad', '生态环境综合执法大队')], 4),
  township(1, '柳林镇', '青柳政', 2),
  township(2, '白石镇', '青白政', 2),
  township(3, '南沟乡', '青南政', 2),
]

/** 司法局: the county's supervisor of enforcement; it handles no cases of its own here. */
export const justice: DemoBody = { ...organ('justice', '司法局', '司法局', '晋青司', [squad('justice-supervision', '行政执法协调监督股', 0)], 0, 1) }
