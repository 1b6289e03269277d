import { defineConfig } from 'vitest/config'
import { JourneyOrder } from './test/support/journey-order.ts'

/** Journeys in a real browser: few, long, one after the other in one city; the walk over every page beside them in another. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/support/built.ts', 'test/support/server.ts', 'test/support/demo-server.ts'],
    setupFiles: ['test/support/close-databases.ts', 'test/support/one-at-a-time.ts'],
    reporters: ['default', './test/support/skips.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    sequence: { sequencer: JourneyOrder },
    isolate: false, // importing the program once is enough
    env: { TZ: process.env['TZ'] ?? 'Asia/Shanghai' },
  },
})
