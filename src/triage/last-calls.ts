import { TOO_MANY } from './groups.ts'
import { pairTable } from './pair-table.ts'
import { UnreadableExport } from './call-row.ts'

/** The last call of a person by a webhook. */
export interface LastCall {
  readonly lead: number
  readonly webhook: number
  readonly group: number
  /** Undefined where its time could not be read. */
  readonly milliseconds: number | undefined
}

/** Keeps of each person and webhook the last call. */
export interface LastCalls {
  readonly add: (call: LastCall) => void
  /** By person, then webhook. */
  readonly all: () => Iterable<LastCall>
}

/** The later call counts; of two at the same time, or without a time, the one that stands later in the export. */
export function lastCalls(): LastCalls {
  const pairs = pairTable()
  let times = new Float64Array(1024)
  let groups = new Uint16Array(1024)
  return {
    add: ({ lead, webhook, group, milliseconds = NaN }) => {
      const place = pairs.place(lead, webhook)
      if (place === undefined) throw new UnreadableExport(TOO_MANY)
      if (place === times.length) {
        times = enlarged(times, new Float64Array(place * 2))
        groups = enlarged(groups, new Uint16Array(place * 2))
      }
      if (!pairs.isNew() && milliseconds < (times[place] ?? NaN)) return
      times[place] = milliseconds
      groups[place] = group
    },
    all: function* () {
      const places = Uint32Array.from({ length: pairs.size() }, (_, place) => place)
      places.sort((a, b) => pairs.leadAt(a) - pairs.leadAt(b) || pairs.kindAt(a) - pairs.kindAt(b))
      for (const place of places) {
        const time = times[place] ?? NaN
        yield {
          lead: pairs.leadAt(place),
          webhook: pairs.kindAt(place),
          group: groups[place] ?? 0,
          milliseconds: Number.isNaN(time) ? undefined : time,
        }
      }
    },
  }
}

function enlarged<Numbers extends Float64Array | Uint16Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
