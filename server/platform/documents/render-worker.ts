import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { NodeCompiler as Compiler } from '@myriaddreamin/typst-ts-node-compiler'
import { qrSvg } from './qr.ts'

/** Typst is synchronous, so it lives in this thread and nowhere else (D17). */
export interface WorkerOptions {
  readonly templates: string
  readonly fontFolders: readonly string[]
  readonly faces: { readonly title: readonly string[]; readonly body: readonly string[]; readonly heading: readonly string[] }
}

export interface WorkerJob {
  readonly template: string
  readonly presented: { readonly frame: { readonly verifyUrl: string } }
  /** 'archive' is PDF/A-2b and needs a date in the frame; 'pdf' is for looking at. */
  readonly output: 'archive' | 'pdf' | 'svg'
}

export interface WorkerResult {
  readonly content: Uint8Array | string
  readonly pages: number
  readonly unprintable: readonly string[]
}

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof Compiler }
const options = workerData as WorkerOptions
const compiler = NodeCompiler.create({ workspace: options.templates, fontArgs: [{ fontPaths: [...options.fontFolders] }] })

parentPort?.on('message', (job: WorkerJob) => {
  try {
    parentPort?.postMessage({ result: render(job) })
  } catch (error) {
    parentPort?.postMessage({ error: messageOf(error) })
  } finally {
    // Ten renders old is old enough: templates and faces are hit every time and stay, the text of one document goes.
    compiler.evictCache(10)
  }
})

function render({ template, presented, output }: WorkerJob): WorkerResult {
  let data = JSON.stringify({ ...presented, faces: options.faces, qr: qrSvg(presented.frame.verifyUrl) })
  const unprintable: string[] = []
  for (;;) {
    compiler.mapShadow(`${options.templates}/given.json`, Buffer.from(data))
    const compiled = compiler.compile({ mainFilePath: `${options.templates}/${template}` })
    const document = compiled.result
    if (!document) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'))
    try {
      const content =
        output === 'svg'
          ? withoutPageFills(compiler.plainSvg(document))
          : new Uint8Array(compiler.pdf(document, output === 'archive' ? { pdfStandard: 'a-2b', pdfTags: true } : { pdfTags: false }))
      return { content, pages: document.numOfPages, unprintable }
    } catch (error) {
      // PDF/A forbids empty boxes for characters no face has (rare names, emoji): the code point is printed in their place.
      const missing = missingCharacters(messageOf(error)).filter((each) => data.includes(each))
      if (missing.length === 0) throw error
      for (const each of missing) data = data.replaceAll(each, `〔U+${each.codePointAt(0)?.toString(16).toUpperCase()}〕`)
      unprintable.push(...missing)
    }
  }
}

const missingCharacters = (message: string): string[] => {
  const texts = [...message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/g)].map((match) => match[1])
  return [...new Set(texts.join('').replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))))]
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.message || String((error as Error & { code?: unknown }).code ?? error)
}

/** Every page's white ground is drawn at the first page's place, where it would hide what stands there; the paper is white anyway. */
const withoutPageFills = (svg: string): string => svg.replaceAll(/<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v 841\.8898 h 595\.2756 v -841\.8898 Z "\/>/g, '')
