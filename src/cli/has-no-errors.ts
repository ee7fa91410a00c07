import { isAtLeast } from '../diagnostic/severity.ts'
import type { Workspace } from '../model/workspace.ts'

/** True where every definition could be read. */
export function hasNoErrors({ diagnostics }: Workspace): boolean {
  return !diagnostics.some(({ severity }) => isAtLeast(severity, 'error'))
}
