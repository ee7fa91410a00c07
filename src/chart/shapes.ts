import { area, curveStepAfter, line } from 'd3-shape'
import type { Plot } from './plot.ts'
import type { Point } from './point.ts'

/** Paths of a plot are drawn to tenths of a pixel. */
const DIGITS = 1

/** The path of a line through points. */
export function linePath(points: readonly Point[], { x, y }: Plot): string {
  const path = line<Point>(
    (point) => x(point.x),
    (point) => y(point.y),
  ).digits(DIGITS)
  return path([...points]) ?? ''
}

/** The path of the area between the axis and a line through points. */
export function areaPath(points: readonly Point[], { x, y }: Plot): string {
  const path = area<Point>(
    (point) => x(point.x),
    y(0),
    (point) => y(point.y),
  ).digits(DIGITS)
  return path([...points]) ?? ''
}

/** A value that holds from one place on, up to the next, and the value below it. */
export interface Step {
  readonly x: number
  readonly from: number
  readonly to: number
}

/** The path of the area between two lines of steps: layers of them stand on each other. */
export function stepsPath(steps: readonly Step[], { x, y }: Plot): string {
  const path = area<Step>(
    (step) => x(step.x),
    (step) => y(step.from),
    (step) => y(step.to),
  )
    .curve(curveStepAfter)
    .digits(DIGITS)
  return path([...steps]) ?? ''
}
