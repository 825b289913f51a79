interface Node {
  readonly type?: string
  readonly widget?: string
  readonly to?: string
  readonly enum?: readonly string[]
  readonly items?: Node
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
}

/** The payload with whatever the schema demands beside: plain words, the first choice, the id known for a reference; for walks told in few words. */
export function filled(node: Node, value: unknown, known: Readonly<Record<string, string>>): unknown {
  if (node.properties) {
    const given = (value ?? {}) as Readonly<Record<string, unknown>>
    const added = (node.required ?? []).filter((name) => given[name] === undefined).map((name) => [name, undefined] as const)
    return Object.fromEntries([...Object.entries(given), ...added].map(([name, each]) => [name, filled(node.properties?.[name] ?? {}, each, known)]))
  }
  if (node.items) {
    const items = Array.isArray(value) ? value : Array.from({ length: node.minItems ?? 0 })
    return items.map((each) => filled(node.items ?? {}, each, known))
  }
  if (value !== undefined) return value
  if (node.enum) return node.enum[0]
  if (node.type === 'integer') return 1
  if (node.type === 'boolean') return false
  if (node.widget === 'ref') return known[node.to ?? ''] ?? 'none'
  return { day: '2026-03-02', moment: '2026-03-02T02:00:00.000Z', 'new-id': 'n1' }[node.widget ?? ''] ?? '一段文字'
}
