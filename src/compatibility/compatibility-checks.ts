/** What a comparison of contracts can report, each with its good state. */
export const COMPATIBILITY_CHECKS: Readonly<Record<string, string>> = {
  'contract-compatible': 'what the endpoint took is taken, and what Marketo got it gets',
  'rollout-has-safe-order': 'endpoint or Marketo can go first, and no call fails in between',
  'approval-used': 'every approval of a broken contract is needed, and still holds',
}
