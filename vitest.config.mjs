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
    // Half of the time goes into waiting for a browser: a machine of two cores runs two files side by side.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
