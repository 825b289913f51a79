import { cite, type Citation } from '@faheng/law/citation.ts'
import type { Branch } from '@faheng/law/penalties/branch.ts'
import type { PenaltyCode } from '@faheng/law/penalties/kinds.ts'
import type { Day } from '@faheng/law/time/day.ts'
import { fineOf, from, perUnit, timesOf, under } from './branches.ts'
import type { Line } from './parties.ts'

/** What happened, as the demonstration's officers write it. */
export interface Story {
  readonly conduct: string
  readonly scene: string
  /** What may be registered in advance: name and unit. */
  readonly thing?: readonly [name: string, unit: string]
  readonly lines: readonly Line[]
}

interface Text {
  readonly bases: readonly { readonly citation: Citation; readonly text: string }[]
  readonly branches: readonly Branch[]
  readonly status: Branch['status']
}

export interface DemoItem extends Text, Story {
  readonly id: string
  readonly version: number
  readonly body: string
  readonly title: string
  readonly field: string
  readonly kinds: readonly PenaltyCode[]
  readonly orders: readonly string[]
  /** What the officer reads in the county's own rule where the norm states no figure (R17), in yuan. */
  readonly stated?: readonly [floor: number, ceiling: number]
  readonly validFrom: Day
  readonly validUntil?: Day
}

type ItemSpec = Omit<DemoItem, 'version' | 'status' | 'validFrom'>

const since: Day = '2021-07-15'

const item = (spec: ItemSpec): DemoItem => ({
  ...spec, version: 1, validFrom: since, status: spec.branches.every((each) => each.status === 'parsed') ? 'parsed' : 'to-be-confirmed',
})

/** The same item once its norm was replaced. */
const replaced = (old: DemoItem, on: Day, bases: Text['bases'], branches = old.branches): DemoItem[] => [
  { ...old, validUntil: on }, { ...old, version: old.version + 1, bases, branches, validFrom: on },
]

const basis = (citation: Citation, text: string) => [{ citation, text }]

const byGoods = (low: number, high: number, timesLow: number, timesHigh: number): Branch[] => [
  fineOf(low, high, `货值金额不足一万元的，并处${low}元以上${high}元以下罚款`, { condition: '货值金额不足一万元的', when: under('goods-value', 10_000), beside: ['confiscate-goods'] }),
  timesOf('goods-value', '货值金额', timesLow, timesHigh, `货值金额一万元以上的，并处货值金额${timesLow}倍以上${timesHigh}倍以下罚款`, { condition: '货值金额一万元以上的', when: from('goods-value', 10_000), beside: ['confiscate-goods'] }),
]

/** 可以并处罚款 without a figure: the officer states the limits of the local rule, the reviewer compares them (R17). */
const unstated = (text: string): Branch[] => [
  { condition: '', subject: 'any', kinds: [{ kind: 'warning', connective: 'may', text: '警告' }, { kind: 'fine', connective: 'may', text }], fine: { base: 'unspecified' }, status: 'to-be-confirmed', text },
]

const foodGrave: readonly PenaltyCode[] = ['confiscate-gains', 'confiscate-goods', 'fine', 'revoke-licence']
const foodManaged: readonly PenaltyCode[] = ['warning', 'fine', 'stop-business', 'revoke-licence']
const quality: readonly PenaltyCode[] = ['confiscate-goods', 'confiscate-gains', 'fine', 'revoke-licence']

const market: readonly DemoItem[] = [
  item({
    id: 'food-expired', body: 'market', field: '食品安全', title: '经营超过保质期的食品', kinds: foodGrave, orders: [],
    bases: basis(cite('食品安全法', 124, 1, 5), '经营标注虚假日期或者已过保质期的食品，没收所得和食品，按货值金额处以罚款，情节严重的吊销许可证'),
    branches: byGoods(50_000, 100_000, 10, 20), conduct: '在货架上销售已超过保质期的预包装食品', scene: '货架上陈列有已超过保质期的预包装食品，未作下架或者隔离标示', thing: ['超过保质期的预包装食品', '袋'], lines: ['food'],
  }),
  item({
    id: 'food-unlicensed', body: 'market', field: '食品安全', title: '未取得许可从事食品经营', kinds: ['confiscate-gains', 'confiscate-goods', 'fine'], orders: [],
    bases: basis(cite('食品安全法', 122, 1), '没有许可而生产经营食品的，没收所得、食品和工具，按货值金额处以罚款'),
    branches: byGoods(50_000, 100_000, 10, 20), conduct: '未取得食品经营许可，对外制售热食', scene: '店内正在营业，现场不能出示食品经营许可证', lines: ['catering'],
  }),
  item({
    id: 'food-spoiled', body: 'market', field: '食品安全', title: '经营感官性状异常的食品', kinds: foodGrave, orders: [],
    bases: basis(cite('食品安全法', 124, 1, 4), '经营腐败变质、霉变生虫或者感官性状异常的食品，没收所得和食品，按货值金额处以罚款'),
    branches: byGoods(50_000, 100_000, 10, 20), conduct: '销售已经霉变的散装食品', scene: '散装柜内部分食品表面可见霉斑', thing: ['霉变的散装食品', '千克'], lines: ['food'],
  }),
  item({
    id: 'food-label', body: 'market', field: '食品安全', title: '经营标签不符合规定的预包装食品', kinds: [...foodGrave, 'stop-business'], orders: [],
    bases: basis(cite('食品安全法', 125, 1, 2), '经营没有标签或者标签不合规定的预包装食品，没收所得和食品，按货值金额处以罚款'),
    branches: byGoods(5_000, 50_000, 5, 10), conduct: '销售未标明生产者名称、地址的预包装食品', scene: '货架上的预包装食品包装上没有标明生产者名称和地址', thing: ['无标签的预包装食品', '盒'], lines: ['food'],
  }),
  item({
    id: 'food-purchase', body: 'market', field: '食品安全', title: '未建立并遵守进货查验记录制度', kinds: foodManaged, orders: ['责令改正'],
    bases: basis(cite('食品安全法', 126, 1, 3), '进货不查验许可证和证明文件、不作记录的，责令改正并警告；拒不改正的处以罚款'),
    branches: [fineOf(5_000, 50_000, '拒不改正的，处五千元以上五万元以下罚款', { condition: '拒不改正的', beside: ['warning'] })],
    conduct: '购进食品时不查验供货者许可证，也不留存进货票据，责令改正后仍未改正', scene: '现场不能提供食品进货票据和供货者许可证复印件', lines: ['food', 'catering'],
  }),
  item({
    id: 'food-health-check', body: 'market', field: '食品安全', title: '安排未取得健康证明的人员从事接触直接入口食品的工作', kinds: foodManaged, orders: ['责令改正'],
    bases: basis(cite('食品安全法', 126, 1, 6), '安排没有健康证明的人接触直接入口食品的，责令改正并警告；拒不改正的处以罚款'),
    branches: [fineOf(5_000, 50_000, '拒不改正的，处五千元以上五万元以下罚款', { condition: '拒不改正的', beside: ['warning'] })],
    conduct: '安排两名没有健康证明的人员加工凉菜，责令改正后仍未改正', scene: '凉菜间两名操作人员不能出示健康证明', lines: ['catering'],
  }),
  item({
    id: 'quality-standard', body: 'market', field: '产品质量', title: '销售不符合保障人身财产安全标准的产品', kinds: quality, orders: ['责令停止销售'],
    bases: basis(cite('产品质量法', 49), '生产、销售不符合安全标准的产品，责令停止，没收产品，处货值金额等值以上三倍以下罚款'),
    branches: [timesOf('goods-value', '货值金额', 1, 3, '并处货值金额等值以上三倍以下的罚款', { beside: ['confiscate-goods'] })],
    conduct: '销售经抽样检验不符合国家标准的电线', scene: '经营场所内存放有与检验不合格批次相同的电线', thing: ['不合格电线', '卷'], lines: ['goods'],
  }),
  item({
    id: 'quality-spoiled', body: 'market', field: '产品质量', title: '销售失效、变质的产品', kinds: quality, orders: ['责令停止销售'],
    bases: basis(cite('产品质量法', 52), '销售失效、变质的产品，责令停止销售，没收产品，处货值金额二倍以下罚款'),
    branches: [timesOf('goods-value', '货值金额', undefined, 2, '并处货值金额二倍以下的罚款', { beside: ['confiscate-goods'] })],
    conduct: '销售已经失效的防水涂料', scene: '货架上的防水涂料已超过标注的有效期限', thing: ['失效的防水涂料', '桶'], lines: ['goods'],
  }),
  item({
    id: 'quality-origin', body: 'market', field: '产品质量', title: '伪造产品产地', kinds: quality, orders: ['责令改正'],
    bases: basis(cite('产品质量法', 53), '伪造产地或者冒用他人厂名厂址、质量标志的，责令改正，没收产品，处货值金额等值以下罚款'),
    branches: [timesOf('goods-value', '货值金额', undefined, 1, '并处货值金额等值以下的罚款', { beside: ['confiscate-goods'] })],
    conduct: '在自产陈醋包装上标注虚假产地', scene: '成品库内的陈醋外包装标注的产地与实际生产地不符', thing: ['标注虚假产地的陈醋', '箱'], lines: ['food', 'goods'],
  }),
  item({
    id: 'quality-label', body: 'market', field: '产品质量', title: '产品标识不符合规定', kinds: ['fine', 'confiscate-gains'], orders: ['责令改正', '责令停止销售'],
    bases: basis(cite('产品质量法', 54), '包装上缺少限期使用或者警示标识，情节严重的，责令停止生产、销售，处货值金额百分之三十以下罚款'),
    branches: [timesOf('goods-value', '货值金额', undefined, 0.3, '并处货值金额百分之三十以下的罚款', { condition: '情节严重的' })],
    conduct: '销售没有警示标志的燃气灶具', scene: '在售燃气灶具外包装没有中文警示说明', lines: ['goods'],
  }),
  item({
    id: 'consumer-misled', body: 'market', field: '消费者权益', title: '对商品或者服务作虚假或者引人误解的宣传', kinds: ['warning', 'confiscate-gains', 'fine', 'stop-business', 'revoke-licence'], orders: ['责令改正'],
    bases: basis(cite('消费者权益保护法', 56, 1, 6), '作虚假或者引人误解的宣传的，责令改正，可以单处或者并处警告、没收违法所得、罚款'),
    branches: [
      timesOf('illegal-gains', '违法所得', 1, 10, '处以违法所得一倍以上十倍以下的罚款', { may: true }),
      fineOf(undefined, 500_000, '没有违法所得的，处以五十万元以下的罚款', { condition: '没有违法所得的', when: { base: 'illegal-gains', none: true }, may: true }),
    ],
    conduct: '在店堂告示中宣称普通食品具有治疗功效', scene: '店内张贴的宣传单称所售食品可以治疗高血压', lines: ['food', 'goods', 'medicine'],
  }),
  item({
    id: 'advert-superlative', body: 'market', field: '广告', title: '发布使用绝对化用语的广告', kinds: ['fine', 'revoke-licence'], orders: ['责令停止发布广告'],
    bases: basis(cite('广告法', 57, undefined, 1), '发布含有禁止情形的广告，责令停止发布，对广告主处二十万元以上一百万元以下罚款'),
    branches: [fineOf(200_000, 1_000_000, '对广告主处二十万元以上一百万元以下的罚款')],
    conduct: '在网店首页使用“全县最佳”等绝对化用语宣传商品', scene: '网店首页页面有“全县最佳”字样，已截图固定', lines: ['food', 'goods', 'medicine'],
  }),
  item({
    id: 'advert-false', body: 'market', field: '广告', title: '发布虚假广告', kinds: ['fine', 'revoke-licence'], orders: ['责令停止发布广告', '责令消除影响'],
    bases: basis(cite('广告法', 55, 1), '发布虚假广告的，责令停止发布、消除影响，处广告费用三倍以上五倍以下罚款'),
    branches: [
      timesOf('named', '广告费用', 3, 5, '处广告费用三倍以上五倍以下的罚款'),
      fineOf(200_000, 1_000_000, '广告费用无法计算或者明显偏低的，处二十万元以上一百万元以下的罚款', { condition: '广告费用无法计算或者明显偏低的', when: { base: 'named', none: true } }),
    ],
    conduct: '在户外广告中虚构商品获奖情况', scene: '门前广告牌宣称产品获得奖项，当事人不能提供证明', lines: ['advertising', 'food', 'goods'],
  }),
  item({
    id: 'advert-disguised', body: 'market', field: '广告', title: '广告不具有可识别性', kinds: ['fine'], orders: ['责令改正'],
    bases: basis(cite('广告法', 59, 3), '广告不能使人辨明是广告的，责令改正，对发布者处十万元以下罚款'),
    branches: [fineOf(undefined, 100_000, '对广告发布者处十万元以下的罚款')],
    conduct: '以新闻报道形式发布商业广告，没有标明“广告”', scene: '其运营的公众号推文以报道形式推荐商品，没有标明“广告”', lines: ['advertising'],
  }),
  item({
    id: 'price-unmarked', body: 'market', field: '价格', title: '不按规定明码标价', kinds: ['confiscate-gains', 'fine'], orders: ['责令改正'],
    bases: basis(cite('价格违法行为行政处罚规定', 13, undefined, 1), '不标明价格的，责令改正，没收违法所得，可以并处五千元以下罚款'),
    branches: [fineOf(undefined, 5_000, '可以并处5000元以下的罚款', { may: true })],
    conduct: '销售商品不标明价格', scene: '店内多种商品没有标价签，也没有价目表', lines: ['food', 'goods', 'catering', 'medicine'],
  }),
  item({
    id: 'price-deceptive', body: 'market', field: '价格', title: '利用使人误解的价格手段诱骗交易', kinds: ['confiscate-gains', 'fine', 'stop-business', 'revoke-licence'], orders: ['责令改正'],
    bases: basis(cite('价格违法行为行政处罚规定', 7), '以虚假或者使人误解的价格手段诱骗交易的，没收违法所得，并处五倍以下罚款'),
    branches: [
      timesOf('illegal-gains', '违法所得', undefined, 5, '并处违法所得5倍以下的罚款', { beside: ['confiscate-gains'] }),
      fineOf(50_000, 500_000, '没有违法所得的，处5万元以上50万元以下的罚款', { condition: '没有违法所得的', when: { base: 'illegal-gains', none: true } }),
    ],
    conduct: '虚构原价进行促销', scene: '促销标签上的“原价”在促销前七日内没有成交记录', lines: ['food', 'goods'],
  }),
  ...replaced(
    item({
      id: 'unfair-promotion', body: 'market', field: '反不正当竞争', title: '对商品作虚假或者引人误解的商业宣传', kinds: ['fine', 'revoke-licence'], orders: ['责令停止违法行为'],
      bases: basis(cite('反不正当竞争法', 20, 1), '作虚假或者引人误解的商业宣传的，责令停止，处二十万元以上一百万元以下罚款'),
      branches: [fineOf(200_000, 1_000_000, '处二十万元以上一百万元以下的罚款')],
      conduct: '组织人员虚构交易和好评，提升网店销量排名', scene: '其网店后台有与实际发货不符的成交记录', lines: ['goods', 'food'],
    }),
    '2025-10-15',
    basis(cite('反不正当竞争法', 25, 1), '作虚假或者引人误解的商业宣传的，责令停止，处一百万元以下罚款'),
    [fineOf(undefined, 1_000_000, '处一百万元以下的罚款')],
  ),
  item({
    id: 'metrology-unverified', body: 'market', field: '计量', title: '使用未经检定的强制检定计量器具', kinds: ['fine'], orders: ['责令停止使用'],
    bases: basis(cite('计量法实施细则', 43), '属于强制检定范围的计量器具没有申请检定而使用的，责令停止使用，可以并处一千元以下罚款'),
    branches: [fineOf(undefined, 1_000, '可并处1000元以下的罚款', { may: true })],
    conduct: '使用未申请检定的电子计价秤', scene: '收银台的电子计价秤没有检定合格标识', lines: ['food', 'catering', 'medicine'],
  }),
]

const others: readonly DemoItem[] = [
  item({
    id: 'safety-training', body: 'emergency', field: '安全生产', title: '未对从业人员进行安全生产教育和培训', kinds: ['fine', 'stop-business'], orders: ['责令限期改正'],
    bases: basis(cite('安全生产法', 97, undefined, 3), '没有按规定进行安全教育培训的，责令限期改正，处十万元以下罚款'),
    branches: [fineOf(undefined, 100_000, '处十万元以下的罚款', { subject: 'unit' })],
    conduct: '安排新进人员未经安全培训上岗', scene: '现场抽查的三名员工没有安全教育培训记录', lines: ['industry', 'building'],
  }),
  item({
    id: 'safety-exit', body: 'emergency', field: '安全生产', title: '占用、封堵生产经营场所出口', kinds: ['fine', 'stop-business'], orders: ['责令限期改正'],
    bases: basis(cite('安全生产法', 105, undefined, 2), '封堵出口、疏散通道的，责令限期改正，对单位处五万元以下、对直接责任人员处一万元以下罚款'),
    branches: [fineOf(undefined, 50_000, '处五万元以下的罚款', { subject: 'unit' }), fineOf(undefined, 10_000, '对其直接负责的主管人员和其他直接责任人员处一万元以下的罚款', { subject: 'responsible-person' })],
    conduct: '车间疏散通道被成品堆放占用', scene: '车间东侧疏散通道堆满成品纸箱，出口被封堵', lines: ['industry'],
  }),
  item({
    id: 'safety-hazards', body: 'emergency', field: '安全生产', title: '未如实记录事故隐患排查治理情况', kinds: ['fine', 'stop-business'], orders: ['责令限期改正'],
    bases: basis(cite('安全生产法', 97, undefined, 5), '隐患排查治理没有如实记录或者没有通报的，责令限期改正，处十万元以下罚款'),
    branches: [fineOf(undefined, 100_000, '处十万元以下的罚款', { subject: 'unit' })],
    conduct: '隐患排查台账连续三个月空白', scene: '隐患排查治理台账近三个月没有记录', lines: ['industry', 'building'],
  }),
  item({
    id: 'transport-unlicensed', body: 'transport', field: '道路运输', title: '未取得许可从事道路普通货物运输经营', kinds: ['confiscate-gains', 'fine'], orders: ['责令停止经营'],
    bases: basis(cite('道路运输条例', 63, undefined, 1), '没有许可从事普通货运的，责令停止经营，按违法所得处以罚款'),
    branches: [
      fineOf(3_000, 10_000, '没有违法所得或者违法所得不足1万元的，处3000元以上1万元以下的罚款', { condition: '没有违法所得或者违法所得不足1万元的', when: { base: 'illegal-gains', below: 1_000_000, none: true } }),
      timesOf('illegal-gains', '违法所得', 1, 5, '违法所得超过1万元的，处违法所得1倍以上5倍以下的罚款', { condition: '违法所得超过1万元的', when: { base: 'illegal-gains', atLeast: 1_000_001 }, beside: ['confiscate-gains'] }),
    ],
    conduct: '未取得道路运输经营许可，为他人运输砂石', scene: '车辆装载砂石，驾驶员不能出示道路运输证', lines: ['transport', 'citizen'],
  }),
  item({
    id: 'transport-maintenance', body: 'transport', field: '道路运输', title: '不按规定维护和检测运输车辆', kinds: ['fine'], orders: ['责令改正'],
    bases: basis(cite('道路运输条例', 69, 1), '不按规定维护、检测运输车辆的，责令改正，处一千元以上五千元以下罚款'),
    branches: [fineOf(1_000, 5_000, '处1000元以上5000元以下的罚款')],
    conduct: '两辆营运货车超过检测周期仍在营运', scene: '车辆技术档案显示检测日期已过期', lines: ['transport'],
  }),
  item({
    id: 'transport-spill', body: 'transport', field: '道路运输', title: '未采取措施防止货物脱落、扬撒', kinds: ['fine', 'revoke-licence'], orders: ['责令改正'],
    bases: basis(cite('道路运输条例', 68, 2), '没有采取必要措施防止货物脱落、扬撒的，责令改正，处一千元以上三千元以下罚款'),
    branches: [fineOf(1_000, 3_000, '处1000元以上3000元以下的罚款')],
    conduct: '运输砂石的货车没有覆盖，沿途扬撒', scene: '货厢没有覆盖，路面可见遗撒的砂石', lines: ['transport'],
  }),
  item({
    id: 'seed-label', body: 'agriculture', field: '种子', title: '销售的种子标签内容不符合规定', kinds: ['fine'], orders: ['责令改正'],
    bases: basis(cite('种子法', 79, undefined, 2), '销售的种子没有使用说明或者标签不合规定的，责令改正，处二千元以上二万元以下罚款'),
    branches: [fineOf(2_000, 20_000, '处二千元以上二万元以下罚款')],
    conduct: '销售标签没有标注检疫证明编号的玉米种子', scene: '门店内在售玉米种子标签缺少检疫证明编号', thing: ['标签不合规定的玉米种子', '袋'], lines: ['farming'],
  }),
  item({
    id: 'produce-residue', body: 'agriculture', field: '农产品质量安全', title: '销售农药残留不符合标准的农产品', kinds: ['confiscate-gains', 'fine'], orders: ['责令停止生产经营'],
    bases: basis(cite('农产品质量安全法', 71, undefined, 1), '销售农药残留不合标准的农产品，没收违法所得，按货值金额处以罚款；对农户处五百元以上五千元以下罚款'),
    branches: [
      fineOf(500, 5_000, '对农户，并处五百元以上五千元以下罚款', { condition: '对农户', subject: 'individual' }),
      fineOf(50_000, 100_000, '货值金额不足一万元的，并处五万元以上十万元以下罚款', { condition: '货值金额不足一万元的', when: under('goods-value', 10_000), subject: 'unit' }),
    ],
    conduct: '销售经检测农药残留超标的韭菜', scene: '田间收购点存放有待售韭菜，检测报告显示残留超标', lines: ['farming'],
  }),
  item({
    id: 'animal-carcass', body: 'agriculture', field: '动物防疫', title: '未按规定处理病死动物', kinds: ['fine', 'stop-business'], orders: ['责令改正'],
    bases: basis(cite('动物防疫法', 98, undefined, 7), '没有按规定处理或者随意弃置病死动物的，责令改正，处三千元以上三万元以下罚款'),
    branches: [fineOf(3_000, 30_000, '处三千元以上三万元以下罚款')],
    conduct: '将病死生猪弃置于沟渠', scene: '养殖场北侧沟渠内有三头死亡生猪', lines: ['farming'],
  }),
  item({
    id: 'city-paint', body: 'urban', field: '市容环境', title: '在建筑物、设施上涂写、张贴', kinds: ['warning', 'fine'], orders: ['责令纠正违法行为'], stated: [50, 500],
    bases: basis(cite('城市市容和环境卫生管理条例', 34, undefined, 2), '在建筑物、设施、树木上涂写刻画或者擅自张贴的，责令纠正，可以并处警告、罚款'),
    branches: unstated('可以并处警告、罚款'), conduct: '在临街建筑物墙面涂写、张贴小广告', scene: '墙面有新近涂写的痕迹和张贴的宣传品', lines: ['citizen'],
  }),
  item({
    id: 'city-litter', body: 'urban', field: '市容环境', title: '运输散装货物造成遗撒', kinds: ['warning', 'fine'], orders: ['责令纠正违法行为'], stated: [200, 2_000],
    bases: basis(cite('城市市容和环境卫生管理条例', 34, undefined, 6), '运输液体、散装货物不密封、覆盖，造成泄漏、遗撒的，责令纠正，可以并处警告、罚款'),
    branches: unstated('可以并处警告、罚款'), conduct: '运输渣土未密闭，沿街遗撒', scene: '路面遗撒渣土约二十米', lines: ['transport', 'building'],
  }),
  item({
    id: 'city-occupy', body: 'urban', field: '市容环境', title: '擅自在街道两侧堆放物料', kinds: ['fine'], orders: ['责令停止违法行为', '限期清理'], stated: [500, 5_000],
    bases: basis(cite('城市市容和环境卫生管理条例', 36, undefined, 2), '没有批准在街道两侧和公共场地堆放物料、搭建设施的，责令停止、限期清理，可以并处罚款'),
    branches: unstated('并可处以罚款'), conduct: '在人行道上堆放建筑材料', scene: '门前人行道堆放砂石和水泥，占用约十平方米', lines: ['goods', 'catering', 'building', 'food'],
  }),
  item({
    id: 'health-unlicensed', body: 'health', field: '公共场所卫生', title: '未取得公共场所卫生许可证擅自营业', kinds: ['warning', 'fine'], orders: ['责令限期改正'],
    bases: basis(cite('公共场所卫生管理条例实施细则', 35, 1), '没有卫生许可证擅自营业的，责令限期改正，警告，并处五百元以上五千元以下罚款'),
    branches: [fineOf(500, 5_000, '并处以五百元以上五千元以下罚款', { beside: ['warning'] })],
    conduct: '未取得公共场所卫生许可证经营理发、住宿', scene: '店内正在营业，不能出示公共场所卫生许可证', lines: ['lodging'],
  }),
  item({
    id: 'health-linen', body: 'health', field: '公共场所卫生', title: '未按规定对顾客用品用具清洗、消毒', kinds: ['warning', 'fine', 'stop-business', 'revoke-licence'], orders: ['责令限期改正'],
    bases: basis(cite('公共场所卫生管理条例实施细则', 36, undefined, 2), '没有按规定对用品用具清洗、消毒、保洁的，责令限期改正，警告，可以并处二千元以下罚款'),
    branches: [fineOf(undefined, 2_000, '并可处以二千元以下罚款', { beside: ['warning'], may: true })],
    conduct: '公用毛巾、床品未经消毒重复使用', scene: '消毒柜未通电，公用毛巾没有消毒记录', lines: ['lodging'],
  }),
  item({
    id: 'labour-overtime', body: 'labour', field: '劳动保障', title: '违法延长劳动者工作时间', kinds: ['warning', 'fine'], orders: ['责令限期改正'],
    bases: basis(cite('劳动保障监察条例', 25), '违法延长工作时间的，警告，责令限期改正，可以按受侵害的劳动者每人一百元以上五百元以下处以罚款'),
    branches: [perUnit('受侵害的劳动者每人', 100, 500, '按照受侵害的劳动者每人100元以上500元以下的标准计算，处以罚款', { beside: ['warning'], may: true })],
    conduct: '安排工人连续每日加班四小时以上', scene: '考勤记录显示多名工人月加班时间超过法定上限', lines: ['industry', 'building'],
  }),
  item({
    id: 'labour-concealment', body: 'labour', field: '劳动保障', title: '不按要求报送书面材料', kinds: ['fine'], orders: ['责令改正'],
    bases: basis(cite('劳动保障监察条例', 30, 1, 2), '不按要求报送材料、隐瞒事实的，责令改正，处二千元以上二万元以下罚款'),
    branches: [fineOf(2_000, 20_000, '处2000元以上2万元以下的罚款')],
    conduct: '经书面通知仍不报送工资支付台账', scene: '当事人在指定期限内没有提交工资支付台账', lines: ['building', 'lodging', 'industry'],
  }),
  ...replaced(
    item({
      id: 'ecology-noise', body: 'ecology', field: '生态环境', title: '超过噪声排放标准排放工业噪声', kinds: ['fine', 'restrict-activity', 'stop-business'], orders: ['责令改正'],
      bases: basis(cite('噪声污染防治法', 75), '超标排放工业噪声的，责令改正或者限制生产、停产整治，处二万元以上二十万元以下罚款'),
      branches: [fineOf(20_000, 200_000, '处二万元以上二十万元以下的罚款')],
      conduct: '夜间生产厂界噪声超过排放标准', scene: '厂界噪声监测值超过夜间排放限值', lines: ['industry'],
    }),
    '2026-08-15',
    basis(cite('生态环境法典', 1107), '超标排放污染物的，责令改正，处以罚款；其中工业噪声为二万元以上二十万元以下'),
    [fineOf(20_000, 200_000, '污染物为工业噪声的，罚款数额为二万元以上二十万元以下')],
  ),
  ...replaced(
    item({
      id: 'ecology-dust', body: 'ecology', field: '生态环境', title: '未密闭易产生扬尘的物料', kinds: ['fine', 'stop-business'], orders: ['责令改正'],
      bases: basis(cite('大气污染防治法', 117, undefined, 1), '没有密闭易产生扬尘的物料的，责令改正，处一万元以上十万元以下罚款'),
      branches: [fineOf(10_000, 100_000, '处一万元以上十万元以下的罚款')],
      conduct: '露天堆放砂石、水泥没有密闭、覆盖', scene: '堆场砂石约五百吨露天堆放，没有覆盖', lines: ['building', 'industry'],
    }),
    '2026-08-15',
    basis(cite('生态环境法典', 1130, undefined, 2), '没有密闭贮存易产生扬尘的物料的，责令改正，处一万元以上十万元以下罚款'),
  ),
]

export const items: readonly DemoItem[] = [...market, ...others]

export const itemIds: readonly string[] = [...new Set(items.map((each) => each.id))]

/** Where an item may be followed up: its lawful text on the day of the conduct. */
export const itemOn = (id: string, day: Day): DemoItem =>
  items.find((each) => each.id === id && each.validFrom <= day && (each.validUntil === undefined || day < each.validUntil)) ?? missing(id, day)

const missing = (id: string, day: Day): never => {
  throw new RangeError(`no item ${id} on ${day}`)
}
