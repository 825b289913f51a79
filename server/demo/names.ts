import type { Random } from './random.ts'

/** Invented names out of common syllables; whoever bears one of them is not meant. */
export const surnames: readonly (readonly [zh: string, latin: string])[] = [
  ['陈', 'chen'], ['李', 'li'], ['王', 'wang'], ['张', 'zhang'], ['刘', 'liu'], ['周', 'zhou'], ['赵', 'zhao'], ['吴', 'wu'],
  ['孙', 'sun'], ['马', 'ma'], ['郭', 'guo'], ['高', 'gao'], ['韩', 'han'], ['梁', 'liang'], ['宋', 'song'], ['唐', 'tang'],
  ['冯', 'feng'], ['董', 'dong'], ['程', 'cheng'], ['曹', 'cao'], ['袁', 'yuan'], ['邓', 'deng'], ['许', 'xu'], ['傅', 'fu'],
  ['沈', 'shen'], ['曾', 'zeng'], ['彭', 'peng'], ['吕', 'lv'], ['苏', 'su'], ['卢', 'lu'], ['蒋', 'jiang'], ['蔡', 'cai'],
  ['贾', 'jia'], ['丁', 'ding'], ['魏', 'wei'], ['薛', 'xue'], ['叶', 'ye'], ['阎', 'yan'], ['余', 'yu'], ['潘', 'pan'],
]

const first = '明 建 志 晓 文 海 永 春 玉 立 秀 国 雅 思 佳 向 振 俊 宏 淑'.split(' ')
const second = '华 平 峰 军 梅 芳 伟 强 丽 涛 娟 鹏 燕 斌 英 辉 琴 超 洁 林'.split(' ')

export const givenName = (random: Random): string => random.pick(first) + (random.percent(75) ? random.pick(second) : '')

/** A citizen of the county. */
export const citizenName = (random: Random): string => random.pick(surnames)[0] + givenName(random)

const words = '清源 汇丰 兴隆 瑞和 永泰 金穗 德顺 华康 佳禾 同庆 广源 天顺 鑫达 宏运 百味 晋香 绿野 康宁 福临 乐购 春晖 恒信 盛世 万家'.split(' ')

/** 青河县＋字号＋行业＋组织形式. */
export const companyName = (random: Random, line: string): string => `青河县${random.pick(words)}${line}有限公司`
export const shopName = (random: Random, line: string): string => `青河县${random.pick(words)}${line}`

const streets = '人民路 建设街 迎宾路 滨河路 新华街 文昌路 和平巷 工业园路 育才街 北关大街'.split(' ')
export const address = (random: Random): string => `青河县${random.pick(streets)}${random.between(1, 268)}号`
