/** What the files of found cases can be told, with the good state of each. */
export const FOUND_CHECKS = {
  'found-case-current': 'every found case is for a webhook and a token that are still there',
  'found-case-readable': 'every found case is as it was written',
} as const
