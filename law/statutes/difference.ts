/** A run of text that stands in both versions, or in one of them. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/**
 * What was taken out and put in, by the longest common sequence of characters (numbers and Latin words whole). Articles are short:
 * two of 3,000 characters take 9 million steps; beyond that the middle counts as rewritten.
 */
export function difference(before: string, after: string): Run[] {
  const [a, b] = [pieces(before), pieces(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const runs: { kind: Run['kind']; text: string }[] = []
  const add = (kind: Run['kind'], text: string) => {
    const last = runs.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  add('same', a.slice(0, start).join(''))
  for (const { kind, text } of x.length * y.length > 9_000_000 ? rewritten(x, y) : common(x, y)) add(kind, text)
  add('same', a.slice(a.length - end).join(''))
  return runs
}

const pieces = (text: string): string[] => text.match(/[A-Za-z0-9]+|[\s\S]/gu) ?? []

const rewritten = (x: readonly string[], y: readonly string[]): Run[] => [{ kind: 'gone', text: x.join('') }, { kind: 'new', text: y.join('') }]

function* common(x: readonly string[], y: readonly string[]): Generator<Run> {
  const width = y.length + 1
  const length = new Uint16Array((x.length + 1) * width)
  const at = (i: number, j: number) => length[i * width + j] ?? 0
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--) length[i * width + j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < x.length && j < y.length)
    if (x[i] === y[j]) {
      yield { kind: 'same', text: x[i] ?? '' }
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) yield { kind: 'gone', text: x[i++] ?? '' }
    else yield { kind: 'new', text: y[j++] ?? '' }
  yield* rewritten(x.slice(i), y.slice(j))
}
