import { mattersFor } from '../../contract/matters-for.ts'
import { worldGroups } from '../../contract/world-groups.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { isKeywords } from '../../model/schema/schema-node.ts'
import type { ContractSchema } from '../../model/webhook.ts'
import { compileSchema } from '../../receiver/json-schema.ts'
import type { SchemaCheck } from '../../receiver/schema-violation.ts'
import { schemaRefusals, type SchemaRefusal } from '../../receiver/schema-refusals.ts'
import { meaningOf } from '../subset/meaning.ts'
import type { LeadValues, PairedSpace } from './paired-leads.ts'
import { bodySender } from './sent-body.ts'

/** A demand that a lead's request met before, or that nobody made, and does not meet now. */
export interface FoundBreak {
  readonly keyword: string
  readonly place: string
  /** The place in this body, its positions with it. */
  readonly path: string
  readonly demand: unknown
  readonly because: string
  readonly world: AssumptionSet
  readonly before: string
  readonly after: string
}

export interface LeadJudge {
  /** In the worlds that differ for the lead. */
  readonly judge: (values: LeadValues) => readonly FoundBreak[]
  readonly judgeIn: (world: AssumptionSet, values: LeadValues) => readonly FoundBreak[]
}

export type JudgeMaking =
  | { readonly status: 'made'; readonly judge: LeadJudge }
  | { readonly status: 'impossible'; readonly reason: string }

/** Renders leads in both forms, in every world that differs for them, and asks both schemas. */
export function leadJudge(
  space: PairedSpace,
  before: ContractSchema,
  after: ContractSchema,
): JudgeMaking {
  const taken = compileSchema(before)
  const demanded = schemaRefusals(after)
  if (taken.status === 'invalid') {
    return { status: 'impossible', reason: `the old request schema is none: ${taken.reason}` }
  }
  if (demanded.status === 'invalid') {
    return { status: 'impossible', reason: `the new request schema is none: ${demanded.reason}` }
  }
  const { refusalsOf } = demanded
  const court = {
    space,
    sendBefore: bodySender(space.before),
    sendAfter: bodySender(space.after),
    isTaken: taken.check,
    refusalsOf,
    contract: after,
  }
  const judgeIn: LeadJudge['judgeIn'] = (world, values) => breaksIn(world, values, court)
  const worldsFor = differingWorlds(space)
  const judge: LeadJudge['judge'] = (values) =>
    worldsFor(values).flatMap((world) => judgeIn(world, values))
  return { status: 'made', judge: { judge, judgeIn } }
}

interface Court {
  readonly space: PairedSpace
  readonly sendBefore: ReturnType<typeof bodySender>
  readonly sendAfter: ReturnType<typeof bodySender>
  readonly isTaken: SchemaCheck
  readonly refusalsOf: (value: unknown) => readonly SchemaRefusal[]
  readonly contract: ContractSchema
}

function breaksIn(
  world: AssumptionSet,
  values: LeadValues,
  { space, sendBefore, sendAfter, isTaken, refusalsOf, contract }: Court,
): readonly FoundBreak[] {
  const lead = space.leadWith(values)
  const before = sendBefore(world, lead.before)
  if (before.reading?.status !== 'read' || isTaken(before.reading.value).length > 0) return []
  const { text, reading } = sendAfter(world, lead.after)
  const bodies = { before: before.text, after: text }
  if (reading?.status === 'read') {
    return refusalsOf(reading.value).map(({ path, keyword, demand, message }) => ({
      keyword,
      path,
      place: path.replaceAll(/\/\d+(?=\/|$)/g, '/*'),
      demand: plainDemand(keyword, demand, contract),
      because: `${path === '' ? 'the body' : `"${path.slice(1)}"`} ${message}`,
      world,
      ...bodies,
    }))
  }
  const because = reading === undefined ? 'nothing is sent' : reading.reason
  return [{ keyword: 'body', place: '', path: '', demand: undefined, because, world, ...bodies }]
}

/** Without words, and whatever stands behind references. */
function plainDemand(keyword: string, demand: unknown, contract: ContractSchema): unknown {
  const isSchema = isKeywords(demand) || (Array.isArray(demand) && demand.some(isKeywords))
  if (!isSchema) return demand
  const node = { schema: { [keyword]: demand }, document: contract.path }
  return meaningOf(node, contract) ?? null
}

/** The worlds that differ for a lead: of those that are alike for its values, the first. */
function differingWorlds({
  worlds,
  before,
  after,
  leadWith,
}: PairedSpace): (values: LeadValues) => readonly AssumptionSet[] {
  const { maskOf, groupsFor } = worldGroups(worlds)
  return (values) => {
    const lead = leadWith(values)
    const ids = [...mattersFor(before.uses, lead.before), ...mattersFor(after.uses, lead.after)]
    const first = groupsFor(maskOf(ids)).first.map((nth) => worlds[nth])
    return first.filter((world) => world !== undefined)
  }
}
