import type { HttpRequest } from '../emulate/call.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { usualAssumptions } from '../marketo/assumptions/assumptions.ts'
import type { BodyFormatName } from '../marketo/body-formats/body-format.ts'
import { bodyFormatOf } from '../marketo/body-formats/body-formats.ts'
import type { EncodingName } from '../marketo/encodings/encoding.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { chooseEncoding } from './choose-encoding.ts'
import type { ImportedCall } from './imported-request.ts'
import { nameOf, titleOf } from './name-of.ts'
import { partsOf } from './parts-of.ts'
import { placeTokens } from './place-tokens.ts'
import { proveImport, type ImportProof } from './prove-import.ts'
import { readAnswer } from './read-answer.ts'
import { sentBody } from './sent-body.ts'
import { sketchSchema } from './sketch-schema.ts'
import { takeSecrets, type SecretNaming, type WithoutSecrets } from './take-secrets.ts'
import { guessNote, tellTokens, whatNoRequestShows } from './tell-import.ts'
import { writeProgram } from './write-program.ts'

export interface ImportOptions {
  /** The id of the program; from the address when not given. */
  readonly id?: string
  readonly encoding?: EncodingName
  /** Values of the lead that the request was made for, by token key. */
  readonly lead?: Readonly<Record<string, TokenValue>>
  /** The id of the secret that the credential is the value of. */
  readonly secret?: string
  /** What the project has settled. */
  readonly pinned: AssumptionSet
}

/** A first definition, what it could not know, and whether it sends what was imported. */
export interface ImportedDefinition {
  readonly id: string
  readonly text: string
  /** Secrets that the definition refers to. */
  readonly secrets: readonly string[]
  readonly proof: ImportProof
  /** One sentence each. */
  readonly told: readonly string[]
}

/** Writes the first definition of a call that was seen, and proves it by rendering it again. */
export function importDefinition(call: ImportedCall, options: ImportOptions): ImportedDefinition {
  const id = options.id ?? nameOf(call.request)
  const clean = takeSecrets(call.request, secretNaming(id, options.secret))
  const { typed, body, told: toldOfBody } = sentBody(call, clean.request.body, options.pinned)
  const format = formatOf(clean, body)
  const request = { ...clean.request, body }
  const { holds } = call
  const encoding = chooseEncoding(options.encoding, format, { ...request, holds })
  const placing = { format, encoding: encoding.name, lead: options.lead, holds }
  const placed = placeTokens(request, placing)
  const answer = readAnswer(call.answer, valuesIn(placed.situation))
  const text = writeProgram({
    id,
    title: titleOf(id),
    url: placed.url,
    method: request.method,
    tokenEncoding: encoding.name,
    responseType: answer.responseType,
    headers: clean.headers,
    template: placed.body,
    request: body === undefined ? undefined : sketchSchema(partsOf(body, holds), format),
    response: answer.schema,
    mappings: answer.mappings,
    notes: {
      ...(encoding.told === undefined ? {} : { tokenEncoding: 'a guess: no request shows it' }),
      ...guessNote(placed),
      ...(Object.keys(answer.mappings).length > 0 ? { mappings: 'guessed by name' } : {}),
    },
  })
  const proof = proveImport(id, text, {
    request: { ...request, headers: sentHeaders(clean) },
    typed,
    situation: placed.situation,
    secretOf: (secret) => clean.values.get(secret) ?? '',
    world: { ...usualAssumptions(), ...placed.found.world, ...options.pinned },
    pinned: options.pinned,
  })
  const told = [
    ...call.told,
    ...clean.told,
    ...toldOfBody,
    ...(encoding.told === undefined ? [] : [encoding.told]),
    ...tellTokens(placed, {
      call,
      format,
      isLeadKnown: options.lead !== undefined,
      literalHeaders: literalHeaders(clean),
    }),
    ...answer.told,
    ...whatNoRequestShows(proof),
  ]
  return { id, text, secrets: [...clean.values.keys()], proof, told }
}

/** The first credential may be one that the project knows; others are called after their headers. */
function secretNaming(id: string, known: string | undefined): SecretNaming {
  let isTaken = known === undefined
  return (header) => {
    if (!isTaken && known !== undefined) {
      isTaken = true
      return known
    }
    const name = header.toLowerCase() === 'authorization' ? 'key' : header.toLowerCase()
    return `${id}-${name.replace(/[^a-z0-9]+/g, '-')}`
  }
}

function formatOf({ headers }: WithoutSecrets, body: string | undefined): BodyFormatName {
  const header = headers.find(({ name }) => name.toLowerCase() === 'content-type')
  return bodyFormatOf(header?.kind === 'text' ? header.value : undefined, 'None', body ?? '')
}

/** A header may carry a value of a person; those that only say what the body is never do. */
function literalHeaders({ headers }: WithoutSecrets): readonly string[] {
  return headers.flatMap(({ kind, name }) =>
    kind === 'text' && !/^(?:content-type|accept)$/i.test(name) ? [`the header ${name}`] : [],
  )
}

function sentHeaders({ headers, values }: WithoutSecrets): HttpRequest['headers'] {
  return headers.map((header) => {
    if (header.kind === 'text') return [header.name, header.value]
    const value = values.get(header.secret) ?? ''
    return [header.name, header.format.replaceAll('${secret}', () => value)]
  })
}

function valuesIn(situation: ReadonlyMap<string, TokenValue>): ReadonlySet<string> {
  return new Set([...situation.values()].filter((value) => value !== null).map(String))
}
