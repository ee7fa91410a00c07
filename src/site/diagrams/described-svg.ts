import type { Element, ElementContent } from 'hast'
import { s } from 'hastscript'

export interface Described {
  readonly title: string
  readonly description: string
}

/** A picture that says what it shows to whoever does not see it. Its ids begin with its own. */
export function describedSvg(
  { title, description }: Described,
  { id, width, height }: { readonly id: string; readonly width: number; readonly height: number },
  children: readonly ElementContent[],
): Element {
  return s(
    'svg',
    {
      role: 'img',
      ariaLabelledBy: `${id}-title`,
      ariaDescribedBy: `${id}-desc`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    [
      s('title', { id: `${id}-title` }, title),
      s('desc', { id: `${id}-desc` }, description),
      ...children,
    ],
  )
}
