/** What `due` finds besides reviews and stale files, with the good state; `explain` prints these. */
export const DUE_CHECKS: Readonly<Record<string, string>> = {
  'secret-in-time': 'every secret is rotated before the day on which it expires',
}
