/** What the list is narrowed to; it lives in the address bar, so that a view can be kept and sent. */
export interface Filter {
  readonly stage?: string
  readonly body?: string
  readonly unit?: string
  readonly q?: string
  readonly dueFrom?: string
  readonly dueTo?: string
  readonly after?: string
}

const names = ['stage', 'body', 'unit', 'q', 'dueFrom', 'dueTo', 'after'] as const

export const readFilter = (search: Record<string, unknown>): Filter =>
  Object.fromEntries(names.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : typeof search[name] === 'number' ? [[name, String(search[name])]] : [])))
