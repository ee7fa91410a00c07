import type { TokenUse } from '../../compile/compiled-program.ts'
import type { DifferentByte } from '../../emulate/first-different-byte.ts'

/** Where a real request differs from what the emulator would have sent. */
export interface ComparedByte extends DifferentByte {
  /** The token in whose value it lies; undefined in what is the same for everybody. */
  readonly token: TokenUse | undefined
}

/** What comes of holding a real request against the emulator. */
export type Comparison =
  | {
      /** As it would be sent under what is pinned, and what is likeliest for the rest. */
      readonly status: 'same'
      readonly bytes: number
      /** Values (`id: value`) of open assumptions without which the request could not look so. */
      readonly shows: readonly string[]
    }
  | {
      readonly status: 'explained'
      readonly at: ComparedByte
      /** The fewest other values with which the emulator sends the same; each a way of its own. */
      readonly by: readonly (readonly string[])[]
    }
  /** The world that comes furthest, and where it ends. */
  | { readonly status: 'unexplained'; readonly at: ComparedByte; readonly world: readonly string[] }
