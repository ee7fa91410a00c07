import type { BodyFormatName } from '../marketo/body-formats/body-format.ts'
import { usualAssumptions } from '../marketo/assumptions/assumptions.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import type { FoundToken, FoundTokens } from './find-tokens.ts'
import type { ImportedCall } from './imported-request.ts'
import type { PlacedTokens } from './place-tokens.ts'
import type { ImportProof } from './prove-import.ts'

/** The remark above the template, or the URL, in which guessed tokens stand. */
export function guessNote({ found, body }: PlacedTokens): Readonly<Record<string, string>> {
  const guessed = found.tokens.filter(({ because }) => because === 'name')
  if (guessed.length === 0) return {}
  return {
    [body === undefined ? 'url' : 'template']:
      `guessed by name, look at each: ${guessed.map(({ path }) => path).join(', ')}`,
  }
}

interface Told {
  readonly call: ImportedCall
  readonly format: BodyFormatName
  readonly isLeadKnown: boolean
  /** Headers whose values are written as they were seen. */
  readonly literalHeaders: readonly string[]
}

/** Which values became tokens and why, and which stayed. Paths are told, values never. */
export function tellTokens(
  placed: PlacedTokens,
  { call, format, isLeadKnown, literalHeaders }: Told,
): readonly string[] {
  const { found, isRead } = placed
  const body = call.request.body ?? ''
  const written = parseTemplate(`${placed.url}\n${placed.body ?? ''}`)
  const isMistaken = written.filter(({ kind }) => kind === 'token').length > found.tokens.length
  const proven = found.tokens.filter(({ because }) => because === 'lead')
  const guessed = found.tokens.filter(({ because }) => because === 'name')
  const literal = [...new Set([...found.literal, ...literalHeaders])]
  const isTemplate = call.holds === 'template'
  return [
    ...(isRead || body === '' || format === 'text'
      ? []
      : [`The body says that it is ${TITLES[format]} and is none: it is taken over as text.`]),
    ...(isMistaken && !isTemplate
      ? [
          'The request holds "{{": Marketo takes that for a token, and this cannot be sent as it was seen.',
        ]
      : []),
    ...(proven.length > 0 ? [`Tokens that the lead proves: ${list(proven)}.`] : []),
    ...(guessed.length > 0 ? [`Tokens that are guessed by name: ${list(guessed)}.`] : []),
    ...(literal.length > 0 && !isTemplate
      ? [
          `As they were seen stay ${literal.join(', ')}: put a token in the place of each that is a person's before you commit${isLeadKnown ? '' : ', or say with --lead whose request it was'}.`,
        ]
      : []),
    ...unusual(found),
  ]
}

const TITLES: Readonly<Record<BodyFormatName, string>> = {
  json: 'JSON',
  form: 'a form',
  xml: 'XML',
  text: 'text',
}

function list(tokens: readonly FoundToken[]): string {
  return tokens.map(({ path, candidate }) => `${path} ${candidate.token.raw}`).join(', ')
}

/** Where what was seen is not what is likeliest. */
function unusual({ tokens, world }: FoundTokens): readonly string[] {
  if (tokens.length === 0) return []
  const usual = usualAssumptions()
  const values = Object.entries(world)
    .filter(([id, value]) => usual[id] !== value)
    .map(([id, value]) => `${id}: ${value}`)
  return values.length === 0
    ? []
    : [
        `The tokens show what was seen only with ${values.join(', ')}; "hookbook calibrate" proves such things.`,
      ]
}

/** What stands in no request at all. */
export function whatNoRequestShows(proof: ImportProof): readonly string[] {
  const restsOn = proof.status === 'same' ? proof.restsOn : []
  return [
    'Which campaign calls it, and what is done when a call fails, is not known: add "campaigns".',
    ...(restsOn.length > 0
      ? [`What is sent rests on what Marketo does not document: ${restsOn.join(', ')}.`]
      : []),
  ]
}
