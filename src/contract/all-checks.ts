import { REQUEST_CHECKS } from './checks.ts'
import { FOUND_CHECKS } from './found/found-checks.ts'
import { HTTP_CHECKS } from './test-over-http.ts'
import { RESPONSE_CHECKS } from './response-check.ts'

/** Every contract check with its good state. */
export const CONTRACT_CHECKS: ReadonlyMap<string, string> = new Map([
  ...REQUEST_CHECKS.map(({ id, summary }) => [id, summary] as const),
  ...Object.entries(RESPONSE_CHECKS),
  ...Object.entries(HTTP_CHECKS),
])

/** What else a test can report: about the files in which found cases are kept. */
export const FILE_CHECKS: ReadonlyMap<string, string> = new Map(Object.entries(FOUND_CHECKS))
