/** Half-width punctuation, 【】 and notes in brackets never carry a penalty: 产品（包括已售出和未售出的产品，下同）. */
export function plain(source: string): string {
  return source
    .replace(/[【】\u200b-\u200f\ufeff]/g, '')
    .replace(/[０-９％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replaceAll(';', '；')
    .replaceAll(',', '，')
    .replaceAll(':', '：')
    .replace(/[（(](?![一二三四五六七八九十0-9]+[）)])[^（）()]*[）)]/g, '')
    .replace(/[ \t\u3000\u00a0]+/g, '')
    .replace(/标准(?:计算)?，(?=处以?罚款)/g, '标准')
}
