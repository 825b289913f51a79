import { setTimeout as sleep } from 'node:timers/promises'

/** Acts that each follower of a server has not seen yet, in all its counties. */
export async function lagOf(url: string): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const lags: Record<string, number> = {}
  for (const [, name = '', lag] of text.matchAll(/^faheng_follower_lag\{[^}]*follower="([^"]+)"[^}]*\} (\d+)/gm)) lags[name] = (lags[name] ?? 0) + Number(lag)
  return lags
}

export async function caughtUp(url: string, but: readonly string[] = []): Promise<void> {
  while (Object.entries(await lagOf(url)).some(([name, lag]) => lag > 0 && !but.includes(name))) await sleep(100)
}
