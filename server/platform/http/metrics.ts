/** Counters of this process in Prometheus' text format. Followers and pools are asked when the page is. */
export interface Metrics {
  observe(route: string, status: number, seconds: number): void
  text(gauges: readonly Gauge[]): string
}

export interface Gauge {
  readonly name: string
  readonly help: string
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function openMetrics(): Metrics {
  const seen = new Map<string, { labels: Record<string, string>; buckets: number[]; count: number; sum: number }>()
  return {
    observe(route, status, seconds) {
      const key = `${route} ${status}`
      const entry = seen.get(key) ?? { labels: { route, status: String(status) }, buckets: bounds.map(() => 0), count: 0, sum: 0 }
      seen.set(key, entry)
      entry.count++
      entry.sum += seconds
      bounds.forEach((bound, i) => (entry.buckets[i] = (entry.buckets[i] ?? 0) + (seconds <= bound ? 1 : 0)))
    },
    text(gauges) {
      const lines = ['# HELP faheng_request_seconds Time to answer a request.', '# TYPE faheng_request_seconds histogram']
      for (const { labels, buckets, count, sum } of seen.values()) {
        bounds.forEach((bound, i) => lines.push(line('faheng_request_seconds_bucket', { ...labels, le: String(bound) }, buckets[i] ?? 0)))
        lines.push(line('faheng_request_seconds_bucket', { ...labels, le: '+Inf' }, count))
        lines.push(line('faheng_request_seconds_sum', labels, sum), line('faheng_request_seconds_count', labels, count))
      }
      for (const { name, help, values } of gauges)
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...values.map(({ labels, value }) => line(name, labels, value)))
      return `${lines.join('\n')}\n`
    },
  }
}

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const inner = Object.entries(labels).map(([key, each]) => `${key}="${each.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`)
  return `${name}${inner.length > 0 ? `{${inner.join(',')}}` : ''} ${value}`
}
