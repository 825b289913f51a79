import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{law,api,server,web,bench,scripts}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    globalSetup: 'server/platform/database/test-global.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
