import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fillBlanks } from '@faheng/law/documents/blank.ts'
import type { Frame } from '@faheng/law/documents/document.ts'
import { documentOf } from '@faheng/law/documents/index.ts'
import { present } from '@faheng/law/documents/present.ts'
import type { WorkerJob, WorkerOptions, WorkerResult } from './render-worker.ts'

/** `fields` must fit the schema of `kind`; `version` is the template version stored with the document (D8). */
interface DocumentJob {
  readonly kind: string
  readonly version?: number
  readonly fields: unknown
  readonly frame: Frame
}

interface Rendered {
  /** PDF/A-2b, tagged; the same job gives the same bytes under the same fonts and Typst. */
  readonly pdf: Uint8Array
  readonly pages: number
  /** Characters no face has, printed as their code point instead. */
  readonly unprintable: readonly string[]
}

interface PreviewJob extends DocumentJob {
  /** One form on one screen: a newer preview of the same session takes the place of an older one. */
  readonly session: string
  readonly output?: 'svg' | 'pdf'
  readonly signal?: AbortSignal
}

export interface Preview {
  /** All pages under one another as one SVG, or a PDF. */
  readonly content: string | Uint8Array
  readonly pages: number
}

export interface DocumentEngine {
  /** The date goes into the file too: PDF/A demands one, and the clock's would change the bytes. */
  render(job: DocumentJob & { readonly frame: { readonly date: string } }): Promise<Rendered>
  /** Half-filled fields are allowed; marked as draft. `null`: a newer one took its place, or it was aborted. */
  preview(job: PreviewJob): Promise<Preview | null>
  close(): Promise<void>
}

interface EngineOptions {
  /** Worker threads; one renders some seventy short papers a second. */
  readonly threads?: number
  /** A customer's licensed faces: a folder, and the family names in it to use before Noto. */
  readonly fonts?: { readonly folder: string; readonly title?: string; readonly body?: string; readonly heading?: string }
  /** A render that takes longer is given up and its thread replaced. */
  readonly timeoutMs?: number
}

interface Task {
  readonly job: WorkerJob
  readonly session?: string
  settle(result: WorkerResult | null): void
  fail(error: Error): void
}

/** Starts the pool that renders legal documents. Threads start with the first job, and again after a crash. */
export function startDocumentEngine({ threads = 1, fonts, timeoutMs = 20_000 }: EngineOptions = {}): DocumentEngine {
  const workerData = workerOptions(fonts)
  const previews: Task[] = []
  const renders: Task[] = []
  const newest = new Map<string, Task>()
  const idle: Worker[] = []
  const busy = new Map<Worker, Task>()
  let closed = false

  // People wait for previews, nobody for a render; both take about 10 ms.
  const next = (): void => {
    while (!closed && (previews.length > 0 || renders.length > 0)) {
      const worker = idle.pop() ?? (busy.size < threads ? spawn() : undefined)
      if (!worker) return
      const task = previews.shift() ?? renders.shift()
      if (task) run(worker, task)
    }
  }

  const run = (worker: Worker, task: Task): void => {
    busy.set(worker, task)
    const watchdog = setTimeout(() => lose(worker, new Error(`rendering ${task.job.template} took over ${timeoutMs} ms`)), timeoutMs)
    worker.once('message', ({ result, error }: { result?: WorkerResult; error?: string }) => {
      clearTimeout(watchdog)
      if (busy.get(worker) !== task) return
      busy.delete(worker)
      idle.push(worker)
      if (result) task.settle(result)
      else task.fail(new Error(`${task.job.template}: ${error ?? 'no answer'}`))
      next()
    })
    worker.postMessage(task.job)
  }

  const spawn = (): Worker => {
    const worker = new Worker(new URL('./render-worker.ts', import.meta.url), { workerData })
    worker.unref()
    worker.on('error', (error) => lose(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => lose(worker, new Error('the render thread ended')))
    return worker
  }

  const lose = (worker: Worker, error: Error): void => {
    const task = busy.get(worker)
    busy.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    void worker.terminate()
    task?.fail(error)
    next()
  }

  const enqueue = (queue: Task[], job: WorkerJob, session?: string, signal?: AbortSignal): Promise<WorkerResult | null> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the document engine is closed'))
      if (signal?.aborted) return resolve(null)
      const task: Task = {
        job,
        ...(session === undefined ? {} : { session }),
        settle: (result) => {
          const current = session === undefined || newest.get(session) === task
          if (session !== undefined && current) newest.delete(session)
          resolve(current && !signal?.aborted ? result : null)
        },
        fail: reject,
      }
      if (session !== undefined) {
        const older = newest.get(session)
        newest.set(session, task)
        if (older && remove(queue, older)) older.settle(null)
      }
      signal?.addEventListener('abort', () => remove(queue, task) && task.settle(null), { once: true })
      queue.push(task)
      next()
    })

  return {
    async render(job) {
      const definition = documentOf(job.kind)
      const presented = present(definition, job.fields as never, job.frame)
      const done = await enqueue(renders, { template: templateOf(job), presented, output: 'archive' })
      if (!done || typeof done.content === 'string') throw new Error('no PDF')
      return { pdf: done.content, pages: done.pages, unprintable: done.unprintable }
    },
    async preview(job) {
      const definition = documentOf(job.kind)
      const presented = present(definition, fillBlanks(definition.fields, job.fields), { ...job.frame, draft: true })
      const task = { template: templateOf(job), presented, output: job.output ?? 'svg' } as const
      return enqueue(previews, task, job.session, job.signal)
    },
    async close() {
      closed = true
      const error = new Error('the document engine is closed')
      for (const task of [...previews.splice(0), ...renders.splice(0)]) task.fail(error)
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}

/** The first version is `<kind>/<template>.typ`, later ones `<template>@<version>.typ`. */
function templateOf({ kind, version }: DocumentJob): string {
  const definition = documentOf(kind)
  const wanted = version ?? definition.version
  if (wanted < 1 || wanted > definition.version) throw new RangeError(`${kind} has no template version ${wanted}`)
  return `${kind}/${definition.template}${wanted === 1 ? '' : `@${wanted}`}.typ`
}

const remove = (queue: Task[], task: Task): boolean => {
  const at = queue.indexOf(task)
  if (at >= 0) queue.splice(at, 1)
  return at >= 0
}

/** Noto Serif for 宋体 and 仿宋, Noto Sans for 黑体, unless the customer has licensed faces. */
function workerOptions(fonts: EngineOptions['fonts']): WorkerOptions {
  const { resolve } = createRequire(import.meta.url)
  const serif = dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  const sans = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const named = (family: string | undefined): string[] => (family === undefined ? [] : [family])
  return {
    templates: dirname(resolve('@faheng/law/documents/frame.typ')),
    fontFolders: [join(serif, '400Regular'), join(serif, '700Bold'), join(sans, '500Medium'), ...named(fonts?.folder)],
    faces: {
      title: [...named(fonts?.title), 'Noto Serif SC', 'Noto Sans SC'],
      body: [...named(fonts?.body), 'Noto Serif SC', 'Noto Sans SC'],
      heading: [...named(fonts?.heading), 'Noto Sans SC', 'Noto Serif SC'],
    },
  }
}
