/** What is asked of captured requests beside the checks that rendered ones and live answers have too. */
export const CAPTURED_CHECKS = {
  'captured-as-defined':
    'a captured request is one that the webhook of the definition sends: its headers, its members',
} as const
