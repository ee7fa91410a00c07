/** One of `count` equal parts of the leads, counted from 1. The parts together are the whole, lead for lead. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** `i/n`, counted from 1; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, index = '', count = ''] = /^([0-9]{1,4})\/([0-9]{1,4})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined
}

export const WHOLE: Shard = { index: 1, count: 1 }

/** Whether a lead, by its number, belongs to the part. */
export function isInShard(lead: number, { index, count }: Shard): boolean {
  return lead % count === index - 1
}

/** How many of the leads from `start` up to `end` belong to the part. */
export function countInShard(start: number, end: number, { index, count }: Shard): number {
  const before = (lead: number): number => Math.ceil(Math.max(0, lead - (index - 1)) / count)
  return before(end) - before(start)
}
