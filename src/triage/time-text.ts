/** `2026-11-26 14:20:00 UTC`; without the zone where the export names none. */
export function timeText(milliseconds: number, isUtc: boolean): string {
  const [day = '', clock = ''] = new Date(milliseconds).toISOString().split(/[T.]/)
  return `${day} ${clock}${isUtc ? ' UTC' : ''}`
}
