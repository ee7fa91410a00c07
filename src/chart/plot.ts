import { scaleLinear, type ScaleLinear } from 'd3-scale'

export type Scale = ScaleLinear<number, number>

/** Where numbers are drawn: two scales, and the edges of the area between the axes. */
export interface Plot {
  readonly x: Scale
  readonly y: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PlotSpace {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The largest value of each axis; both begin at zero. */
  readonly maxX: number
  readonly maxY: number
}

/** Scales over an area. The upright one ends at a round number. */
export function plotOver({ left, right, top, bottom, maxX, maxY }: PlotSpace): Plot {
  return {
    x: scaleLinear().domain([0, maxX]).range([left, right]),
    y: scaleLinear().domain([0, maxY]).nice(4).range([bottom, top]),
    left,
    right,
    top,
    bottom,
  }
}

/** The round number at or after the largest value. */
export function niceEnd(largest: number): number {
  return scaleLinear().domain([0, largest]).nice().domain()[1] ?? largest
}
