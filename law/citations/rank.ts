/** Rank of a norm (立法法); only these five may set a penalty (处罚法 10–14, 16). 'unknown' is to be confirmed by a person. */
export type NormRank =
  | 'law'
  | 'administrative-regulation'
  | 'local-regulation'
  | 'departmental-rule'
  | 'local-rule'
  | 'unknown'

/**
 * The rank a statute's short name suggests. A local 规定 or 细则 may be a regulation of the people's congress or a rule of the
 * government, and the implementing rules of a law may be either too: the name does not tell, so they are 'unknown'.
 */
export function rankOf(statute: string): NormRank {
  const known = KNOWN[statute]
  if (known) return known
  const local = LOCAL.test(statute)
  if (/(?:法|法典)$/.test(statute) && !statute.endsWith('办法')) return local ? 'unknown' : 'law'
  if (statute.endsWith('条例')) return local ? 'local-regulation' : 'administrative-regulation'
  if (local) return statute.endsWith('办法') && !/实施/.test(statute) ? 'local-rule' : /实施〈[^〉]*法〉办法$/.test(statute) ? 'local-regulation' : 'unknown'
  if (statute.endsWith('法实施细则')) return 'unknown'
  return /(?:办法|规定|细则|规则)$/.test(statute) ? 'departmental-rule' : 'unknown'
}

/** Names that break the pattern: State Council regulations called 规定 or 细则. */
const KNOWN: Readonly<Record<string, NormRank>> = {
  禁止使用童工规定: 'administrative-regulation',
  行政执法机关移送涉嫌犯罪案件的规定: 'administrative-regulation',
  国务院关于特大安全事故行政责任追究的规定: 'administrative-regulation',
  国务院关于加强食品等产品安全监督管理的特别规定: 'administrative-regulation',
}

const LOCAL =
  /^(?:[\p{Script=Han}]{2,8}(?:省|自治区|自治州|自治县|特别行政区|(?<!城)市|县|旗)|北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|深圳|珠海|厦门|汕头)(?!场)/u
