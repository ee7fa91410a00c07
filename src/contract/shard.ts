/** One of `count` equal parts of the leads, counted from 1. The parts together are the whole, lead for lead. */
export interface Shard {
  readonly index: number
  readonly count: number
}

export const WHOLE: Shard = { index: 1, count: 1 }

/** Whether a lead, by its number, belongs to the part. */
export function isInShard(lead: number, { index, count }: Shard): boolean {
  return lead % count === index - 1
}
