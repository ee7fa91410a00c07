/** What can be wrong with suppressions and the baseline, with the good state of each; `explain` prints these. */
export const SUPPRESSION_CHECKS = {
  'baseline-needed': 'every entry of the baseline still stands for a finding',
  'suppression-complete': 'a suppression names rules and a reason, and its day is one',
  'suppression-in-time': 'the day until which a suppression holds has not passed',
  'suppression-names-rule': 'a suppression names rules and checks that there are',
  'suppression-needed': 'every suppression stands where there is something to suppress',
} as const

export type SuppressionCheck = keyof typeof SUPPRESSION_CHECKS
