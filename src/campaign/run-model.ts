import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { availableFields } from '../model/available-fields.ts'
import type { Campaign } from '../model/campaign.ts'
import type { FilterContext } from './admit-person.ts'
import { fieldKey } from './person.ts'

/** What stays the same for all runs: the program, and a possible world. */
export interface RunModel extends FilterContext {
  readonly compiled: CompiledProgram
  /** The program's own, and those of other programs that hear every webhook. */
  readonly campaigns: readonly Campaign[]
  readonly webhooks: ReadonlyMap<string, CompiledWebhook>
  /** Values of tokens beside the person's fields: `company.…`, `trigger.…`, by token key. */
  readonly values: Readonly<Record<string, TokenValue>>
}

export interface RunModelInput {
  readonly compiled: CompiledProgram
  readonly elsewhere: readonly Campaign[]
  readonly assumptions: AssumptionSet
  readonly values: Readonly<Record<string, TokenValue>>
}

export function runModel({ compiled, elsewhere, assumptions, values }: RunModelInput): RunModel {
  const { program, webhooks } = compiled
  return {
    compiled,
    assumptions,
    values,
    campaigns: [...program.campaigns, ...elsewhere],
    webhooks: new Map(webhooks.map((webhook) => [webhook.id, webhook])),
    // A person's field comes before a company's of the same name.
    fields: new Map(
      availableFields(program)
        .toReversed()
        .map((field) => [fieldKey(field.displayName), field]),
    ),
  }
}

/** A campaign by its id or by its name on the screen. */
export function campaignNamed(name: string, { campaigns }: RunModel): Campaign | undefined {
  const wanted = name.trim().toLowerCase()
  return campaigns.find(({ id, name: shown }) =>
    [id.value, shown.value].some((own) => own.toLowerCase() === wanted),
  )
}
