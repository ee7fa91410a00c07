import type { Campaign, Constraint } from '../model/campaign.ts'
import type { Program } from '../model/program.ts'
import type { CompiledHeader, CompiledWebhook } from '../compile/compiled-program.ts'
import { screenNamed } from '../marketo/screens/dialogs.ts'

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
      object: object.value,
      rest: rest.value,
      soap: soap?.value,
      type: type.value,
      length: length?.value,
    })),
    tokens: (program.home?.tokens ?? []).map(({ name, type, value }) => ({
      name: name.value,
      type: type.value,
      value: value.value,
    })),
    folder: program.home?.folder?.value,
    template: program.home?.template?.value,
    campaigns: program.campaigns.map(campaignForm),
    launchpoint: launchpointForm(program),
  }
}

function launchpointForm({ launchpoint }: Program): unknown {
  if (launchpoint === undefined) return undefined
  const { service, role, user } = launchpoint
  const permissions = role.permissions.map(({ value }) => value)
  return { service: service.value, role: role.name.value, permissions, user: user.value }
}

function campaignForm(campaign: Campaign): unknown {
  const plain = ({ name, operator, value }: Constraint): unknown => ({
    name: name.value,
    operator: operator?.value,
    value: value.value,
  })
  return {
    name: campaign.name.value,
    triggers: campaign.triggers.map(({ trigger, constraints }) => ({
      trigger: trigger.value,
      constraints: constraints.map(plain),
    })),
    filters: campaign.filters.map(({ filter, operator, value, constraints }) => ({
      filter: filter.value,
      operator: operator?.value,
      value: value?.value,
      constraints: constraints.map(plain),
    })),
    filterLogic: campaign.filterLogic?.value,
    qualification: campaign.qualification?.value,
    priority: campaign.priority?.value,
    schedule: campaign.schedule?.value,
    isExecutable: campaign.isExecutable,
    flow: campaign.flow.map(({ step, settings, choices }) => ({
      step: step.value,
      settings: settings.map(({ name, text }) => ({ name: name.value, value: text.value })),
      choices: choices.map(({ when, settings: own }) => ({
        filter: when.filter.value,
        operator: when.operator?.value,
        value: when.value?.value,
        settings: own.map(({ name, text }) => ({ name: name.value, value: text.value })),
      })),
    })),
  }
}
