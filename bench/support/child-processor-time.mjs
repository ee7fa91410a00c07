import { readFileSync } from 'node:fs'

/** On Linux clock ticks are hundredths of a second. */
const MILLISECONDS_A_TICK = 10
const USER = 13
const SYSTEM = 14

/** The processor time of all processes that this one has waited for, in milliseconds; 0 where that is not known. */
export function childProcessorTime() {
  try {
    const [, fields = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ')
    const numbers = fields.split(' ').map(Number)
    return (numbers[USER] + numbers[SYSTEM]) * MILLISECONDS_A_TICK
  } catch {
    return 0
  }
}
