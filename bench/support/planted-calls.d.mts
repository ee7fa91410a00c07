/** One activity of a planted export: what stands in it, and how it must be judged. */
export interface PlantedCall {
  readonly id: number
  readonly lead: number
  readonly time: number
  readonly webhook: string
  readonly errorType: string
  readonly response: string
  readonly payload: string
  /** `status cause`. */
  readonly verdict: string
}

export const PLANTED_WEBHOOK: string

/** The activity of a number: the same for everybody. People call again and again. */
export function plantedCall(id: number, people: number): PlantedCall
