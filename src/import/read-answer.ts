import { isMap, parseJson } from '../base/json-value.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import { STANDARD_FIELDS } from '../marketo/fields/standard-fields.ts'
import { parsePath } from '../marketo/response-types/parse-path.ts'
import { readXml } from '../marketo/response-types/read-xml.ts'
import type { ResponseTypeName } from '../marketo/response-types/response-type.ts'
import type { YamlMap } from '../source/write-yaml.ts'
import type { ImportedAnswer } from './imported-request.ts'
import { candidateByName } from './field-guess.ts'
import { partsOf } from './parts-of.ts'
import { sketchSchema } from './sketch-schema.ts'

/** What an answer that was seen once tells of the definition. */
export interface ReadAnswer {
  readonly responseType: ResponseTypeName | undefined
  readonly schema: YamlMap | undefined
  /** Response Attribute to the SOAP name of a field, where a name suggests one. */
  readonly mappings: Readonly<Record<string, string>>
  readonly told: readonly string[]
}

const NOTHING: ReadAnswer = { responseType: undefined, schema: undefined, mappings: {}, told: [] }

/** Reads the answer of an endpoint; `sent` holds the values of the request, which an endpoint may echo. */
export function readAnswer(
  answer: ImportedAnswer | undefined,
  sent: ReadonlySet<string>,
): ReadAnswer {
  if (answer === undefined)
    return {
      ...NOTHING,
      told: [
        'No answer was seen: the response type, the mappings and the contract of the answer are not known.',
      ],
    }
  if (answer.status < 200 || answer.status > 299)
    return {
      ...NOTHING,
      told: [`The answer was ${answer.status}, an error: what a success looks like is not known.`],
    }
  if (answer.body.trim() === '')
    return {
      ...NOTHING,
      responseType: 'None',
      told: [
        'The answer was empty, which Marketo reports as error 1001: the endpoint should answer with a body.',
      ],
    }
  const value = parseJson(answer.body)
  if (isMap(value) || Array.isArray(value)) return readJsonAnswer(answer.body, value, sent)
  if (answer.body.trimStart().startsWith('<') && readXml(answer.body).status === 'read')
    return {
      ...NOTHING,
      responseType: 'XML',
      told: [
        'The answer is XML: which of it to keep in which field is to be decided under "mappings".',
      ],
    }
  return {
    ...NOTHING,
    responseType: 'None',
    told: ['The answer is neither JSON nor XML: nothing of it can be mapped.'],
  }
}

function readJsonAnswer(body: string, value: unknown, sent: ReadonlySet<string>): ReadAnswer {
  const leaves = leavesOf(value, [])
  const mapped = leaves.flatMap((leaf) => mappingOf(leaf, sent))
  const isMapped = (path: string): boolean => mapped.some(([own]) => own === path)
  const open = leaves.map(({ path }) => path).filter((path) => isPath(path) && !isMapped(path))
  return {
    responseType: 'JSON',
    schema: sketchSchema(partsOf(body, 'request'), 'json'),
    mappings: Object.fromEntries(mapped),
    told: [
      ...(mapped.length > 0
        ? [
            `Mappings are guessed by name: ${mapped.map(([path, field]) => `${path} to ${field}`).join(', ')}.`,
          ]
        : []),
      ...(open.length > 0
        ? [
            `The answer also holds ${open.join(', ')}: to keep one, add it under "mappings" with the SOAP name of its field.`,
          ]
        : []),
      'Which value of the answer proves that the endpoint did its work is not known: say it under "success".',
    ],
  }
}

interface Leaf {
  readonly steps: readonly (string | number)[]
  readonly path: string
  readonly value: unknown
}

function leavesOf(value: unknown, steps: readonly (string | number)[]): readonly Leaf[] {
  if (Array.isArray(value))
    return value.slice(0, 1).flatMap((item) => leavesOf(item, [...steps, 0]))
  if (isMap(value))
    return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...steps, name]))
  const path = steps.reduce<string>(
    (shown, step) =>
      typeof step === 'number' ? `${shown}[${step}]` : shown === '' ? step : `${shown}.${step}`,
    '',
  )
  return [{ steps, path, value }]
}

function mappingOf(
  { steps, path, value }: Leaf,
  sent: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  if (!isPath(path) || sent.has(String(value))) return []
  const key = candidateByName({ path: steps, text: '', isChecked: false })?.key
  const field = STANDARD_FIELDS.find(
    ({ owner, displayName }) => `${owner}.${displayName}`.toLowerCase() === key,
  )
  if (field?.soapName === undefined) return []
  const fits = fieldTypeNamed(field.type).accepts(value, field.length).status === 'written'
  return fits ? [[path, field.soapName]] : []
}

function isPath(path: string): boolean {
  return parsePath(path).status === 'path'
}
