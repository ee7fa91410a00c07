import type { Diagnostic } from '../../diagnostic/finding.ts'

/** Something wrong with a captured request or its answer, without a value of either: the same wrong is the same fault. */
export type CapturedFault = Pick<
  Diagnostic,
  'rule' | 'severity' | 'at' | 'message' | 'effect' | 'help' | 'assumptions'
>
