import type { Burst } from './burst.ts'

/** Somebody who comes: of the burst, or into a road beside it. */
export interface Entering {
  readonly at: number
  readonly person: number
  /** Index among the roads beside; undefined for the people of the burst, who enter all of theirs. */
  readonly road: number | undefined
}

export interface EnteringLeads {
  /** Whoever of the burst comes next; undefined when all have come. */
  readonly burst: () => Entering | undefined
  /** Whoever comes next into a road beside. */
  readonly beside: (road: number) => Entering | undefined
}

/** Who comes when: the people of the burst evenly over its time, those beside at equal distances, each road a little later. */
export function enteringLeads({ leads, over, beside, besideEvery }: Burst): EnteringLeads {
  let burst = 0
  const others = beside.map(() => 0)
  return {
    burst: () => {
      if (burst >= leads) return undefined
      const person = burst
      burst += 1
      return { at: (person * over) / leads, person, road: undefined }
    },
    beside: (road) => {
      if (besideEvery === undefined) return undefined
      const person = others[road] ?? 0
      others[road] = person + 1
      const shift = (road + 1) / (beside.length + 1)
      return { at: (person + shift) * besideEvery, person, road }
    },
  }
}
