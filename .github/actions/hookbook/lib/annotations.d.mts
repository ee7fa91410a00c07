/** The lines of several reports as one list. */
export function mergeAnnotations(reports: readonly string[]): readonly string[]
