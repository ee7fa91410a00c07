/** Ids and good states of what is said about guarantees. */
export const GUARANTEE_CHECKS = {
  'guarantee-decided': 'every guarantee can be proven or refuted',
  'guarantee-holds': 'every guarantee holds for every outcome of every call, in every order',
  'guarantee-known': 'a guarantee is a sentence that hookbook understands',
} as const
