import type { BodyFormatName } from '../marketo/body-formats/body-format.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import type { EncodingName } from '../marketo/encodings/encoding.ts'
import type { ImportedCall } from './imported-request.ts'
import { partsOf } from './parts-of.ts'

/** Where tokens may stand. */
export interface SentTexts {
  readonly url: string
  readonly body: string | undefined
  readonly holds: ImportedCall['holds']
}

export interface ChosenEncoding {
  readonly name: EncodingName
  /** What it is guessed from; undefined where somebody has said it. */
  readonly told: string | undefined
}

/** What no request shows: the Request Token Encoding, from what the body is and where its tokens stand. */
export function chooseEncoding(
  stated: EncodingName | undefined,
  format: BodyFormatName,
  sent: SentTexts,
): ChosenEncoding {
  if (stated !== undefined) return { name: stated, told: undefined }
  const guess = guessEncoding(format, sent)
  return {
    name: guess.name,
    told: `The Request Token Encoding is not in it: ${guess.name} is a guess, ${guess.because}; --encoding says another.`,
  }
}

function guessEncoding(
  format: BodyFormatName,
  { body, url, holds }: SentTexts,
): { readonly name: EncodingName; readonly because: string } {
  if (body === undefined || body === '') {
    return url.includes('?')
      ? { name: 'Form/Url', because: 'because what is sent stands in the query' }
      : { name: 'None', because: 'because there is no body' }
  }
  if (format === 'form') return { name: 'Form/Url', because: 'because the body is a form' }
  if (format !== 'json')
    return { name: 'None', because: 'because the body is neither JSON nor a form' }
  const { tokens } = bodyFormatNamed('json').readTemplate(partsOf(body, holds))
  const areQuoted = tokens.length > 0 && tokens.every(({ context }) => context === 'json-string')
  return areQuoted
    ? { name: 'None', because: 'because every token stands in quotes of its own' }
    : { name: 'JSON', because: 'because the body is JSON' }
}
