import type { PathSegment } from '../../marketo/response-types/parse-path.ts'
import type { ContractSchema } from '../webhook.ts'
import { rootNode, type SchemaNode } from './schema-node.ts'
import { itemNodes, meantTypes, memberNodes, type Shape } from './shape.ts'
import { shapesOf } from './shapes-of.ts'

/** Where a path leads in the documents that a schema allows. */
export interface PlaceReading {
  /** What may stand there. */
  readonly shapes: readonly Shape[]
  /** Why nothing may stand there: each in words, such as `"id" is not required`. */
  readonly missing: readonly string[]
  /** Why the schema cannot tell; the shapes are then too many, or not all. */
  readonly unknown: readonly string[]
}

/** How a reason begins where a schema leaves everything open; other reasons say that it is not understood. */
export const SILENCE = 'the schema says nothing about'

type Place = readonly SchemaNode[]

interface Step {
  readonly places: readonly Place[]
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}

const NOWHERE: Step = { places: [], missing: [], unknown: [] }

/** More places than this are not told apart. */
const MOST_PLACES = 64

/**
 * Follows a path through a schema: members that are not required, branches without them, lists that may
 * be too short. In XML a list of one cannot be told from a single element. Source of that: Experience
 * League, "Response Mappings", which leaves children that are partly unique and partly repeated open.
 */
export function followPath(
  contract: ContractSchema,
  segments: readonly PathSegment[],
  isXml: boolean,
): PlaceReading {
  let places: readonly Place[] = [[rootNode(contract)]]
  const missing: string[] = []
  const unknown: string[] = []
  let holder = 'the answer'
  for (const segment of segments) {
    const steps = places.flatMap((place) =>
      shapesOf(place, contract).map((shape) =>
        stepInto(shape, segment, { contract, isXml, holder }),
      ),
    )
    missing.push(...steps.flatMap((step) => step.missing))
    unknown.push(...steps.flatMap((step) => step.unknown))
    places = steps.flatMap((step) => step.places)
    if (places.length > MOST_PLACES) {
      return { shapes: [], missing, unknown: [...unknown, `more than ${MOST_PLACES} alternatives`] }
    }
    holder = segment.kind === 'member' ? `"${segment.name}"` : `item ${segment.index} of ${holder}`
  }
  const shapes = places.flatMap((place) => shapesOf(place, contract))
  unknown.push(...shapes.flatMap(({ beyond }) => beyond.map(beyondWords)))
  if (isXml && shapes.some(mayBeEmptyList)) missing.push(`${holder} may be empty`)
  return { shapes, missing: [...new Set(missing)], unknown: [...new Set(unknown)] }
}

/** An empty list leaves no element in XML. */
function mayBeEmptyList(shape: Shape): boolean {
  return (
    shape.minItems === 0 &&
    shape.values === undefined &&
    meantTypes(shape)?.includes('array') === true
  )
}

interface Context {
  readonly contract: ContractSchema
  readonly isXml: boolean
  /** The words for what the step goes into. */
  readonly holder: string
}

function stepInto(shape: Shape, segment: PathSegment, context: Context): Step {
  const { holder, isXml } = context
  const types = meantTypes(shape)
  const unknown = shape.beyond.map(beyondWords)
  if (types === undefined) return { ...NOWHERE, unknown: [...unknown, `${SILENCE} ${holder}`] }
  if (shape.values !== undefined)
    return joined([{ ...NOWHERE, unknown }, ...fixed(shape.values, segment, holder)])
  const wanted = segment.kind === 'member' ? 'object' : 'array'
  const steps = types.map((type): Step => {
    if (type === 'object' && segment.kind === 'member') return member(shape, segment.name, context)
    if (type === 'array' && segment.kind === 'index') return item(shape, segment.index, context)
    if (type === 'array' && isXml) return throughListOfOne(shape, segment, context)
    return { ...NOWHERE, missing: [`${holder} may be ${aOrAn(type)} instead of ${aOrAn(wanted)}`] }
  })
  return joined([{ ...NOWHERE, unknown }, ...steps])
}

function joined(steps: readonly Step[]): Step {
  return {
    places: steps.flatMap(({ places }) => places),
    missing: steps.flatMap(({ missing }) => missing),
    unknown: steps.flatMap(({ unknown }) => unknown),
  }
}

function member(shape: Shape, name: string, { contract }: Context): Step {
  const nodes = memberNodes(shape, name)
  const isRequired = shape.required.includes(name)
  if (shapesOf(nodes, contract).length === 0) {
    return { ...NOWHERE, missing: [`the schema allows no "${name}"${inBranch(shape)}`] }
  }
  return {
    places: [nodes],
    missing: isRequired ? [] : [`"${name}" is not required${inBranch(shape)}`],
    unknown: nodes.length === 0 ? [`${SILENCE} "${name}"`] : [],
  }
}

function item(shape: Shape, index: number, { contract, holder, isXml }: Context): Step {
  const nodes = itemNodes(shape, index)
  const isPossible = shape.maxItems > index && shapesOf(nodes, contract).length > 0
  const isAlone = isXml && shape.minItems <= 1 && shape.maxItems >= 1
  return {
    places: isPossible && !(isXml && shape.maxItems < 2) ? [nodes] : [],
    missing: [
      ...(isPossible && shape.minItems > index ? [] : [shortList(shape, index, holder)]),
      ...(isAlone ? [`in XML ${holder} with one item looks like a single element`] : []),
    ],
    unknown: isPossible && nodes.length === 0 ? [`${SILENCE} ${holder}`] : [],
  }
}

function shortList(shape: Shape, index: number, holder: string): string {
  if (index === 0) return `${holder} may be empty${inBranch(shape)}`
  return `${holder} may hold fewer than ${index + 1} items${inBranch(shape)}`
}

/** In XML an element that stands once is no list, whatever the schema calls it. */
function throughListOfOne(shape: Shape, segment: PathSegment, context: Context): Step {
  const { contract, holder } = context
  const missing =
    shape.minItems === 1 && shape.maxItems === 1
      ? []
      : [`${holder} may be a list of more or fewer than one`]
  if (shape.minItems > 1 || shape.maxItems < 1) return { ...NOWHERE, missing }
  const inner = shapesOf(itemNodes(shape, 0), contract)
  return joined([{ ...NOWHERE, missing }, ...inner.map((each) => stepInto(each, segment, context))])
}

/** Where the schema lists whole documents, they say themselves what they hold. */
function fixed(values: readonly unknown[], segment: PathSegment, holder: string): readonly Step[] {
  const key = segment.kind === 'member' ? segment.name : String(segment.index)
  return values.map((value) => {
    const isHolder =
      typeof value === 'object' &&
      value !== null &&
      Array.isArray(value) === (segment.kind === 'index')
    const entry = isHolder ? Object.entries(value).find(([name]) => name === key) : undefined
    return entry === undefined
      ? { ...NOWHERE, missing: [`${holder} may be a value without "${key}"`] }
      : { ...NOWHERE, places: [[{ schema: { const: entry[1] }, document: '' }]] }
  })
}

function inBranch({ branches }: Shape): string {
  return branches.length === 0 ? '' : ` in ${branches.join(' of ')}`
}

function beyondWords(keyword: string): string {
  return `${keyword} decides as well`
}

/** `an object`, `a string`. */
export function aOrAn(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`
}
