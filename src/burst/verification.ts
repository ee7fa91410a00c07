import type { Waits } from './burst-outcome.ts'

/** The figures of a burst that a real run is compared by, in milliseconds of virtual time. */
export interface BurstFigures {
  readonly drain: number
  readonly waits: Waits
}

/** The same burst made for real, against an endpoint on this machine. */
export interface Verification {
  /** A millisecond of the simulation took so many milliseconds. */
  readonly scale: number
  readonly calls: number
  /** As many calls as the endpoint has seen open at the same time. */
  readonly mostOpen: number
  readonly rows: readonly VerifiedFigure[]
}

export interface VerifiedFigure {
  readonly name: string
  readonly simulated: number
  readonly measured: number
  /** By how much the simulation is off, as a part of what was measured: 0.05 for 5 %. */
  readonly error: number
}

/** As far as a simulation may be off. */
export const TOLERANCE = 0.1

const NAMES = {
  p50: 'wait, half',
  p90: 'wait, 90 %',
  p99: 'wait, 99 %',
  max: 'longest wait',
} as const

/** How far simulated figures are from measured ones. A wait too short to be compared counts as a part of all the time. */
export function compareFigures(
  simulated: BurstFigures,
  measured: BurstFigures,
): readonly VerifiedFigure[] {
  const least = measured.drain / 10
  const row = (name: string, one: number, other: number): VerifiedFigure => ({
    name,
    simulated: one,
    measured: other,
    error: Math.abs(one - other) / Math.max(other, least),
  })
  const names = ['p50', 'p90', 'p99', 'max'] as const
  return [
    row('all calls ended', simulated.drain, measured.drain),
    ...names.map((name) => row(NAMES[name], simulated.waits[name], measured.waits[name])),
  ]
}

/** The largest error of all figures. */
export function largestError({ rows }: Pick<Verification, 'rows'>): number {
  return Math.max(0, ...rows.map(({ error }) => error))
}
