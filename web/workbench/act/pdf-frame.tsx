/** A PDF in the page. Browsers without a viewer of their own (most phones) show nothing here; a link stands beside it. */
export const PdfFrame = ({ url, title }: { readonly url: string; readonly title: string }) => <iframe className="paper" src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={title} />
