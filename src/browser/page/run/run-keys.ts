import type { PageIdentity } from '../../run-record/run-record.ts'

/** Who marks steps on this computer, on every page. */
export const WHO_KEY = 'hookbook:who'

/** Under which a run is kept: ticks belong to one fingerprint. */
export function runKey({ program, environment, fingerprint }: PageIdentity): string {
  return `${pagePrefix({ program, environment })}${fingerprint}`
}

/** The run that was cleared last, for its undo. */
export function clearedKey(page: PageIdentity): string {
  return `${runKey(page)}:cleared`
}

/** What was kept and cannot be read: put aside, not thrown away. */
export function unreadableKey(page: PageIdentity): string {
  return `${runKey(page)}:unreadable`
}

/** Runs of the same page as it was before, or will be. */
export function otherRunKeys(keys: readonly string[], page: PageIdentity): readonly string[] {
  const prefix = pagePrefix(page)
  return keys
    .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes(':'))
    .filter((key) => key !== runKey(page))
    .sort()
}

function pagePrefix({
  program,
  environment,
}: Pick<PageIdentity, 'program' | 'environment'>): string {
  return `hookbook:${program}:${environment}:`
}
