/** Days that a reader takes in at a glance, the plain one first. */
const DAYS: readonly string[] = [
  '2026-11-24',
  '2000-01-01',
  '1970-01-01',
  '0001-01-01',
  '9999-12-31',
]

const TIMES: readonly string[] = ['09:30:00', '00:00:00', '23:59:59']

/** A plain day or time of day that fails, or else as little of the own one as possible, or else itself. */
export function shrinkDate(value: string, fails: (value: string) => boolean): string {
  const [day = '', time] = value.split(' ')
  const days = [...DAYS, `${day.slice(0, 4)}-01-01`, `2000${day.slice(4)}`, day]
  const times = time === undefined ? [undefined] : [...TIMES, time]
  const candidates = days.flatMap((each) =>
    times.map((at) => (at === undefined ? each : `${each} ${at}`)),
  )
  return candidates.find(fails) ?? value
}

/** Whether a day is one that is shrunk to, whatever the time. */
export function isPlainDate(value: string): boolean {
  return DAYS.includes(value.split(' ')[0] ?? '')
}
