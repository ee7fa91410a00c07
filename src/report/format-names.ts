/** The names of all forms, at hand before any of them is loaded; a test holds them against `formats.ts`. */
export const FORMAT_NAMES: readonly string[] = [
  'pretty',
  'compact',
  'json',
  'junit',
  'ctrf',
  'sarif',
  'github',
  'markdown',
  'html',
]
