/** By what findings of a run may be accepted, and which of that the run can judge. */
export interface Terms {
  /** The project's folder, which paths of a baseline are relative to. */
  readonly folder: string
  /** The file of the baseline; undefined for none. */
  readonly baseline?: string
  /** Kinds of checks of which everything was looked at: only they can tell that nothing was there. */
  readonly judges: readonly JudgedKind[]
}

export type JudgedKind = 'lint' | 'contract' | 'guarantee'
