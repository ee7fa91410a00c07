import type { CompiledPart, CompiledText, CompiledWebhook } from '../../compile/compiled-program.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { bodyFormatNamed } from '../../marketo/body-formats/body-formats.ts'
import { readHeaderTemplate } from '../../marketo/body-formats/read-header-template.ts'
import { readUrlTemplate } from '../../marketo/body-formats/read-url-template.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import { placeTokens, type PlacedUse } from '../placed-use.ts'
import { sentBodyOf } from '../sent-body.ts'
import { bodyReader, headerReader, urlReader, type PartReader } from './part-reader.ts'

/** A part of a webhook that holds tokens: the URL, a header's value, the body. */
export interface PartText {
  /** `URL`, `body`, or `header NAME`. */
  readonly name: string
  readonly reader: PartReader
  /** Its text and tokens, and the encoding that they get; undefined where Marketo would send nothing. */
  readonly sentIn: (world: AssumptionSet) => SentText | undefined
  /** The assumptions on which that depends. */
  readonly restsOn: readonly string[]
}

export interface SentText {
  readonly parts: readonly CompiledPart[]
  readonly placed: readonly PlacedUse[]
  readonly encoding: EncodingName
}

/** In the order of the dialogs: URL, template, headers. */
export function partTexts(webhook: CompiledWebhook): readonly PartText[] {
  return [
    urlText(webhook),
    ...bodyText(webhook),
    ...webhook.headers.flatMap((header) =>
      header.kind === 'text' ? [headerText(webhook, header.name, header.value)] : [],
    ),
  ]
}

function urlText({ url, encoding }: CompiledWebhook): PartText {
  const placed = placeTokens(url, readUrlTemplate)
  return {
    name: 'URL',
    reader: urlReader,
    sentIn: (world) => ({
      parts: url.parts,
      placed,
      encoding: world['encoding-in-url'] === 'applied' ? encoding : 'None',
    }),
    restsOn: ['encoding-in-url'],
  }
}

function headerText({ encoding }: CompiledWebhook, name: string, value: CompiledText): PartText {
  const placed = placeTokens(value, readHeaderTemplate)
  return {
    name: `header ${name}`,
    reader: headerReader,
    sentIn: (world) => ({
      parts: value.parts,
      placed,
      encoding: world['encoding-in-headers'] === 'applied' ? encoding : 'None',
    }),
    restsOn: ['encoding-in-headers'],
  }
}

function bodyText(webhook: CompiledWebhook): readonly PartText[] {
  if (webhook.template === undefined) return []
  const format = bodyFormatNamed(webhook.bodyFormat)
  const sentBody = sentBodyOf(webhook, format)
  return [
    {
      name: 'body',
      reader: bodyReader(format),
      sentIn: (world) => {
        const sent = sentBody(world)
        const { encoding } = webhook
        return sent && { parts: sent.text.parts, placed: sent.placed, encoding }
      },
      restsOn: ['backslash-preparse'],
    },
  ]
}
