/** `180 days` for `180d`; other texts stay as they are. */
export function durationWords(text: string): string {
  const [, count, unit = ''] = /^([0-9]+)([hdwmy])$/.exec(text) ?? []
  const name = UNITS[unit]
  if (count === undefined || name === undefined) return text
  return `${count} ${name}${count === '1' ? '' : 's'}`
}

const UNITS: Readonly<Record<string, string>> = {
  h: 'hour',
  d: 'day',
  w: 'week',
  m: 'month',
  y: 'year',
}
