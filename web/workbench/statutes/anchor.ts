/** Where an article stands in the page of its statute. */
export const anchor = ({ number, sub }: { readonly number: number; readonly sub: number }) => `article-${number}${sub ? `-${sub}` : ''}`
