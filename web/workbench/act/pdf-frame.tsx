/** A PDF in the page, where the browser can show one; most phones cannot, and a link always stands beside it. */
export const PdfFrame = ({ url, title }: { readonly url: string; readonly title: string }) =>
  navigator.pdfViewerEnabled ? <iframe className="paper" src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={title} /> : null
