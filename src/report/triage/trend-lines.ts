import type pc from 'picocolors'
import { figure } from '../../base/figure.ts'
import type { Trend, TrendPart } from '../../triage/trend.ts'
import { partWords, stepWords } from './triage-words.ts'

const WIDTH = 40

type Colors = ReturnType<typeof pc.createColors>

/** Calls and failures over time, a line a part. */
export function trendLines({ stepMinutes, parts }: Trend, colors: Colors): readonly string[] {
  if (parts.length < 2) return []
  const most = Math.max(...parts.map(({ calls }) => calls))
  return [
    `calls in parts of ${stepWords(stepMinutes)} (█ failed, ░ not)`,
    ...parts.map((part) => partLine(part, { most, stepMinutes, colors })),
  ]
}

function partLine(
  { start, calls, failed }: TrendPart,
  scale: { readonly most: number; readonly stepMinutes: number; readonly colors: Colors },
): string {
  const { most, stepMinutes, colors } = scale
  const whole = Math.max(1, Math.round((calls / most) * WIDTH))
  const red = failed === 0 ? 0 : Math.max(1, Math.round((failed / calls) * whole))
  const bar = colors.red('█'.repeat(red)) + '░'.repeat(whole - red) + ' '.repeat(WIDTH - whole)
  return `  ${partWords(start, stepMinutes)}  ${bar}  ${figure(calls)}${failed === 0 ? '' : `, ${figure(failed)} failed`}`
}
