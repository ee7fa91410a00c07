/** What the process ends with, the same for every command and format. */
export const EXIT = {
  clean: 0,
  findings: 1,
  usage: 2,
  internal: 3,
  otherSide: 4,
  refused: 5,
  /** Only where it was asked for: there is something to do. */
  changes: 10,
  interrupted: 130,
} as const
