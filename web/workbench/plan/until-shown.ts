import type { QueryClient } from '@tanstack/react-query'

/** A follower writes a task a moment after its act (D3): the plan is read until it shows what was asked, at the longest half a minute. */
export async function untilShown(queries: QueryClient, shown: () => Promise<boolean>): Promise<void> {
  for (let asked = 0; asked < 30 && !(await shown()); asked++) await new Promise((resolve) => setTimeout(resolve, asked === 0 ? 200 : 1000))
  await queries.invalidateQueries({ queryKey: ['plan'] })
}
