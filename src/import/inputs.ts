import type { InputKind } from './imported-request.ts'
import { capture } from './inputs/capture.ts'
import { curl } from './inputs/curl.ts'
import { har } from './inputs/har.ts'
import { template } from './inputs/template.ts'

/** Every form in which a request may come; the first that recognises a text reads it. */
export const INPUT_KINDS: readonly InputKind[] = [curl, capture, har, template]

/** The kind of an input: any text can be a template, so there is always one. */
export function kindOf(text: string): InputKind {
  return INPUT_KINDS.find((kind) => kind.recognises(text)) ?? template
}
