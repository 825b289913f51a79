/** What production depends on, collected before it starts. */
export interface ProductionFacts {
  readonly publicUrl: string | undefined
  /** Permission bits of the data folder. */
  readonly dataMode: number
  /** FAHENG_SECRET; undefined: one of 256 bits is made in the data folder. */
  readonly secret: string | undefined
  readonly demoDate: string | undefined
  readonly demoSeed: number | undefined
  /** Accounts that still have the password of the demonstration. */
  readonly accountsWithDefaultPassword: readonly string[]
}

interface Check {
  readonly insecure: (facts: ProductionFacts) => boolean
  readonly say: (facts: ProductionFacts) => string
}

/** Every reason for which production does not start, each with its cure; empty: it may. */
export function insecureSettings(facts: ProductionFacts): string[] {
  return checks.filter(({ insecure }) => insecure(facts)).map(({ say }) => say(facts))
}

const checks: readonly Check[] = [
  {
    insecure: ({ publicUrl }) => publicUrl === undefined,
    say: () => '--public-url is missing: it goes into the codes printed on documents',
  },
  {
    insecure: ({ publicUrl }) => publicUrl !== undefined && !isSecureAddress(publicUrl),
    say: ({ publicUrl }) => `--public-url ${publicUrl} is not an https address: sign-ins would travel in the open`,
  },
  {
    insecure: ({ secret }) => secret !== undefined && secret.length < 32,
    say: () => 'FAHENG_SECRET has fewer than 32 characters: leave it out to have one made, or give a random one',
  },
  {
    insecure: ({ dataMode }) => (dataMode & 0o007) !== 0,
    say: () => 'the data folder is open to every account of this machine: chmod o-rwx it',
  },
  {
    insecure: ({ demoDate }) => demoDate !== undefined,
    say: () => '--demo-date is for demonstrations: production has no demonstration county',
  },
  {
    insecure: ({ demoSeed }) => demoSeed !== undefined,
    say: () => '--demo-seed is for demonstrations: production has no demonstration county',
  },
  {
    insecure: ({ accountsWithDefaultPassword }) => accountsWithDefaultPassword.length > 0,
    say: ({ accountsWithDefaultPassword }) =>
      `these accounts have the password of the demonstration: ${accountsWithDefaultPassword.join(', ')}`,
  },
]

/** https, or this machine itself, where a proxy in front brings the https. */
function isSecureAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
}
