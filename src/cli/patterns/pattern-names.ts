/** The names of all patterns, at hand before any of them is loaded; a test holds them against `patterns.ts`. */
export const PATTERN_NAMES: readonly string[] = ['lead-sync', 'retry', 'alert', 'enrichment']
