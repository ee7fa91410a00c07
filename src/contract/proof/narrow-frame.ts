import type { PlacedToken } from '../../marketo/body-formats/body-format.ts'
import type { Frame } from './frame.ts'

/**
 * The smallest document that has the same place in it. What stands in a JSON literal, a JSON string or a
 * form value can do to a small document what it can do to a large one, and a small one is read at once.
 */
export function narrowFrame(frame: Frame, { context, isAlone }: PlacedToken): Frame {
  const [before, after, ...more] = frame
  if (after === undefined || more.length > 0) return frame
  switch (context) {
    case 'json-value':
      return isAlone ? ['{"a":', ',"b":"c"}'] : frame
    case 'json-string': {
      const opened = LAST_QUOTE.exec(before)?.index
      const closed = FIRST_QUOTE.exec(after)?.[0]
      if (opened === undefined || closed === undefined) return frame
      return [`{"a":${before.slice(opened)}`, `${closed},"b":"c"}`]
    }
    case 'form-value': {
      const value = before.slice(before.lastIndexOf('&') + 1).replace(/^[^=]*=/, '')
      return [`a=${value}`, `${after.replace(/&[^]*$/, '')}&b=c`]
    }
    default:
      return frame
  }
}

/** The quote that opens the string in which a text breaks off: every other one in that string is escaped. */
const LAST_QUOTE = /"(?:[^"\\]|\\.)*$/

/** The rest of a string, with the quote that closes it. */
const FIRST_QUOTE = /^(?:[^"\\]|\\.)*"/
