/** Something that rings and is waited for; ringing while nobody waits is not lost. */
export interface Bell {
  readonly ring: () => void
  readonly next: () => Promise<void>
}

export function makeBell(): Bell {
  let hasRung = false
  let waiting: (() => void) | undefined
  return {
    ring: () => {
      hasRung = true
      waiting?.()
    },
    next: () =>
      new Promise((resolve) => {
        waiting = () => {
          hasRung = false
          waiting = undefined
          resolve()
        }
        if (hasRung) waiting()
      }),
  }
}
