import { visibleText } from '../base/visible-text.ts'
import { anchorOf } from '../render/outline.ts'

/** Equal for a heading of the outline and for the same heading as the Markdown shows it, on one line. */
export function headingKey(heading: string): string {
  return anchorOf(visibleText(heading.replace(/\s+/g, ' ').trim()))
}

/** The id that links to a heading lead to: its anchor without the hash sign. */
export function headingId(heading: string): string {
  return anchorOf(heading).slice(1)
}
