import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{law,api,server,web,bench}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
