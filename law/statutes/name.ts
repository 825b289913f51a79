/** The name by which a statute is cited: without 中华人民共和国, with one kind of brackets and without spaces. */
export const shortStatute = (title: string): string =>
  title.replace(/\s+/g, '').replaceAll('<', '〈').replaceAll('>', '〉').replaceAll('(', '（').replaceAll(')', '）')
    .replace(/^《(.*)》$/, '$1').replace(/^中华人民共和国(?=.)/, '')
