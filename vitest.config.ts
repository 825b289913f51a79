import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{law,api,server,web,bench,scripts}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    globalSetup: 'server/platform/database/test-global.ts',
    // The usual one fewer would leave two cores half idle: a test waits for its database and its browser most of the time.
    maxWorkers: availableParallelism(),
    // To read the program anew for each file took an eighth of the time. Every file makes its own database and closes it.
    isolate: false,
    // A second, the usual patience, is short for an answer that hashes a password while another file's browser draws.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
