import type { BodyReader } from '../../../contract/render-case.ts'
import type { BodyFormat } from '../../../marketo/body-formats/body-format.ts'
import { formBody } from '../../../marketo/body-formats/form-body.ts'
import { jsonBody } from '../../../marketo/body-formats/json-body.ts'
import { textBody } from '../../../marketo/body-formats/text-body.ts'
import { standaloneCheck, type StandaloneValidator } from '../../../receiver/standalone-runtime.ts'
import type { PlaygroundWebhook } from '../../playground/playground-data.ts'

/** What a page carries beside this script, before it: only what its webhooks need. */
declare global {
  /** The checks of request schemas, by webhook. */
  var hookbookValidators: Readonly<Record<string, StandaloneValidator>> | undefined
  /** A parser of XML is a third of this script, and most pages have no use for one. */
  var hookbookXmlBody: BodyFormat | undefined
}

/** How a webhook's endpoint reads a body; undefined where the page does not carry what that takes. */
export function bodyReaderOf({ id, bodyFormat }: PlaygroundWebhook): BodyReader | undefined {
  const formats = [jsonBody, formBody, textBody, globalThis.hookbookXmlBody]
  const format = formats.find((each) => each?.name === bodyFormat)
  if (format === undefined) return undefined
  const validators = globalThis.hookbookValidators ?? {}
  const make = Object.hasOwn(validators, id) ? validators[id] : undefined
  return { bodyFormat: format, schema: make && standaloneCheck(make) }
}
