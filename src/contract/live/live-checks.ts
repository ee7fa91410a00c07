/** Ids and good states of what is asked of a live endpoint's answers. */
export const LIVE_CHECKS = {
  'answers-in-time': 'a live endpoint answers every lead before Marketo gives up',
  'endpoint-accepts': 'a live endpoint accepts every request that the contract allows',
  'response-parses': 'every answer of a success is what the Response type says',
  'response-matches-schema': 'every answer of a success is one that the response schema allows',
  'mapping-resolves': 'every mapping finds a value in an answer that the response schema allows',
  'mapped-value-fits-field': 'every mapped value can be stored in its field',
  'repeat-is-safe':
    'the same lead sent twice gets the same success, also after a call that was given up',
  'verdict-known': 'a live endpoint says of every lead whether it takes it',
} as const

export type LiveCheckId = keyof typeof LIVE_CHECKS
