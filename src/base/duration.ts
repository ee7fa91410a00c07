const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** `80ms`, `30s`, `1.5m`, `2h` in milliseconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, count = '', unit = ''] = /^([0-9]{1,6}(?:\.[0-9]{1,3})?)(ms|s|m|h)$/.exec(text) ?? []
  const factor = UNITS[unit]
  return factor === undefined ? undefined : Number(count) * factor
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Milliseconds for people, with two units at most: `80 ms`, `1.4 s`, `36 s`, `11 min 27 s`, `2 h 5 min`. */
export function durationWords(milliseconds: number): string {
  const ms = Math.round(milliseconds)
  if (ms < SECOND) return `${ms} ms`
  const tenths = Math.round(ms / 100)
  if (tenths < 100) return `${tenths / 10} s`
  const seconds = Math.round(ms / SECOND)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return twoUnits(seconds, 60, ['min', 's'])
  const minutes = Math.round(ms / MINUTE)
  if (minutes < 48 * 60) return twoUnits(minutes, 60, ['h', 'min'])
  return twoUnits(Math.round(ms / HOUR), 24, ['days', 'h'])
}

function twoUnits(count: number, size: number, [large, small]: readonly [string, string]): string {
  const rest = count % size
  const whole = `${Math.floor(count / size)} ${large}`
  return rest === 0 ? whole : `${whole} ${rest} ${small}`
}
