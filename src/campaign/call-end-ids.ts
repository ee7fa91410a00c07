/** The names of the ends that a call can have, in the order in which they are told. */
export const CALL_END_IDS: readonly string[] = [
  'success',
  'refusal',
  '400',
  '401',
  '404',
  '429',
  '500',
  '503',
  'malformed',
  'timeout',
  'late-success',
  'unreachable',
  '204',
]
