import { visibleText } from '../../base/visible-text.ts'
import type { SentWebhook } from '../../compile/compiled-program.ts'
import type { Fault, Rendered, RequestCheck } from '../check.ts'
import { expectedText, isAsExpected, isSameText } from '../read-as-expected.ts'

export const valuesSurvive: RequestCheck = {
  id: 'values-survive',
  summary: 'what the endpoint reads is what the lead holds',
  cause: 'escaping',
  check: (rendered, _plain, { expectedIn, webhook }) => {
    const { leaves } = rendered
    const inHeader = changedHeader(webhook, rendered)
    if (inHeader !== undefined) return inHeader
    if (leaves === undefined) return undefined
    for (const { place, pieces } of expectedIn(rendered.world)) {
      const read = leaves.get(place)
      if (isAsExpected(read, pieces, rendered.shown)) continue
      const use = pieces.find((piece) => typeof piece !== 'string')
      const received =
        read === undefined ? 'nothing there' : visibleText(JSON.stringify(read) ?? 'nothing')
      return { use, message: 'the endpoint reads another value', received }
    }
    return undefined
  },
}

/** White space around a header's value is not a part of it. Source: RFC 9110, section 5.5. */
function changedHeader({ headers }: SentWebhook, rendered: Rendered): Fault | undefined {
  for (const [position, header] of headers.entries()) {
    if (header.kind === 'secret') continue
    const pieces = header.value.parts.map((part) => (part.kind === 'text' ? part.text : part))
    const use = pieces.find((piece) => typeof piece !== 'string')
    const expected = use === undefined ? undefined : expectedText(pieces, rendered.shown)
    const read = rendered.request.headers[position]?.[1] ?? ''
    if (expected === undefined || isSameText(read.trim(), expected.trim())) continue
    const received = `another value in the header "${header.name}"`
    return { use, message: 'the endpoint reads another value', received }
  }
  return undefined
}
