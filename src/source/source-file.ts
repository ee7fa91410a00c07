import type { Span } from '../base/span.ts'

/** A file's text as it was read. */
export interface SourceFile {
  /** Path relative to the project's root, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Places that reports do not show; none when not given. */
  readonly hidden?: readonly Span[]
}
