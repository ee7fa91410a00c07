/**
 * A half-open range `[start, end)` of UTF-16 offsets in one file.
 * Lines and columns are a view of it, computed when a report is printed.
 */
export interface Span {
  /** Path relative to the project's root, with forward slashes. */
  readonly file: string
  readonly start: number
  readonly end: number
}
