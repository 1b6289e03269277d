import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
    globalSetup: ['test/support/built.ts', 'test/support/server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Importing the program takes longer than most files of tests: a worker does it once. What a file makes, the setup file takes away.
    isolate: false,
    setupFiles: ['test/support/close-databases.ts'],
    env: { TZ: process.env['TZ'] ?? 'Asia/Shanghai' },
  },
})
