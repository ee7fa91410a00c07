import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './scripts/count-reporter.mjs'],
    testTimeout: 30_000,
    // Loading the same modules anew for each of two hundred files took a third of the time. No test keeps
    // anything in a module; what stays in the caches of the core is never wrong.
    isolate: false,
    // Nearly half of the time goes into waiting, for a browser or a clock: three files side by side keep
    // two cores busy.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
})
