import type { Campaign } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import type { CompiledHeader, CompiledWebhook } from '../compile/compiled-program.ts'
import { OBJECT_WORDS, TYPE_WORDS } from '../marketo/screens/field-words.ts'
import { screenNamed } from '../marketo/screens/screens.ts'
import { filterMovement, flowMovements, triggerMovement } from './rule-movements.ts'
import type { Movement } from './step.ts'

/** A dialog field with its value; absent fields are left empty on the screen. */
export interface FormField {
  readonly label: string
  readonly value: string
}

/** Every field of the New Webhook dialog, in the order of the screen. */
export function dialogFields(webhook: CompiledWebhook): readonly FormField[] {
  const values: Readonly<Record<string, string>> = {
    'Webhook Name': webhook.name,
    Description: webhook.description,
    URL: webhook.url.text.value,
    'Request Type': webhook.method,
    Template: webhook.typedTemplate ?? '',
    'Request Token Encoding': webhook.encoding,
    'Response type': webhook.responseType,
  }
  return screenNamed('new-webhook').fields.map((label) => ({ label, value: values[label] ?? '' }))
}

/** Everything that is typed or chosen for a webhook, as data; secrets are references. */
export function webhookForm(webhook: CompiledWebhook): unknown {
  return {
    dialog: dialogFields(webhook),
    headers: webhook.headers.map(headerForm),
    mappings: webhook.mappings.map(({ path, fieldName }) => ({
      responseAttribute: path.value,
      marketoField: fieldName.value,
    })),
  }
}

function headerForm(header: CompiledHeader): unknown {
  return header.kind === 'text'
    ? { header: header.name, value: header.value.text.value }
    : { header: header.name, secret: header.secret, format: header.format }
}

/** Campaigns and My Tokens as the definition has them, for the form file and for fingerprints. */
export function programForm({ program }: { readonly program: Program }): unknown {
  return {
    fields: program.fields.map(({ displayName, object, rest, soap, type, length }) => ({
      displayName: displayName.value,
      object: OBJECT_WORDS[object.value],
      rest: rest.value,
      soap: soap?.value,
      type: TYPE_WORDS[type.value],
      length: length?.value,
    })),
    tokens: (program.home?.tokens ?? []).map(({ name, type, value }) => ({
      name: name.value,
      type: type.value,
      value: value.value,
    })),
    folder: program.home?.folder?.value,
    template: program.home?.template?.value,
    campaigns: program.campaigns.map((campaign) => campaignForm(campaign, program)),
    launchpoint: launchpointForm(program),
  }
}

function launchpointForm({ launchpoint }: Program): unknown {
  if (launchpoint === undefined) return undefined
  const { service, role, user } = launchpoint
  const permissions = role.permissions.map(({ value }) => value)
  return { service: service.value, role: role.name.value, permissions, user: user.value }
}

/** The three tabs of a campaign in the words of the screen: what is added, with each setting by its label. */
function campaignForm(campaign: Campaign, program: Program): unknown {
  const { triggers, filters, flow, filterLogic, qualification, priority, schedule } = campaign
  return {
    name: campaign.name.value,
    isExecutable: campaign.isExecutable,
    smartList: {
      triggers: triggers.map((trigger) => ruleForm(triggerMovement(trigger, program))),
      filters: filters.map((filter) => ruleForm(filterMovement(filter, program))),
      joinedBy: filterLogic?.value,
    },
    flow: flow.flatMap((step) =>
      flowMovements(step, program).flatMap((movement) => ruleForm(movement) ?? []),
    ),
    schedule: {
      qualification: qualification?.value,
      priority: priority?.value,
      recurrence: schedule?.value,
    },
  }
}

function ruleForm(movement: Movement): unknown {
  if (movement.kind !== 'add') return undefined
  const { what, name, settings } = movement
  return { add: what, name, settings }
}
