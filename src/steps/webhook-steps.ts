import type { CompiledHeader, CompiledWebhook } from '../compile/compiled-program.ts'
import { screenNamed } from '../marketo/screens/dialogs.ts'
import type { Program } from '../model/program.ts'
import type { Project } from '../model/project.ts'
import { countOf, type Step, type StepAct } from './step.ts'

/** The webhook's three dialogs, in the order in which Marketo offers them. */
export function webhookSteps(
  webhook: CompiledWebhook,
  program: Program,
  project: Project,
): readonly Step[] {
  const id = `webhook.${webhook.id}`
  const subscription = program.subscription.id.value
  const headers = headerStep(webhook, id, (secret) => secretSource(project, secret, subscription))
  const mappings = mappingStep(webhook, id, program)
  return [dialogStep(webhook, id), ...headers, ...mappings]
}

/** Every field of the New Webhook dialog with its value, in the order of the screen. */
export function dialogValues(webhook: CompiledWebhook): readonly StepAct[] {
  const values: Readonly<Record<string, StepAct | undefined>> = {
    'Webhook Name': enter('Webhook Name', webhook.name),
    Description: webhook.description === '' ? undefined : enter('Description', webhook.description),
    URL: enter('URL', webhook.url.text.value),
    'Request Type': choose('Request Type', webhook.method),
    Template:
      webhook.typedTemplate === undefined
        ? undefined
        : enter('Template', webhook.typedTemplate, webhook.bodyFormat),
    'Request Token Encoding': choose('Request Token Encoding', webhook.encoding),
    'Response type': choose('Response type', webhook.responseType),
  }
  return screenNamed('new-webhook').fields.flatMap((label) => values[label] ?? [])
}

function dialogStep(webhook: CompiledWebhook, id: string): Step {
  const screen = screenNamed('new-webhook')
  return {
    id: `${id}.dialog`,
    actor: 'human',
    title: `Create the webhook ${webhook.name}`,
    needs: [],
    place: screen.path,
    does: [...dialogValues(webhook), { kind: 'click', label: screen.confirm }],
    expect: `${webhook.name} stands in the list of webhooks.`,
    otherwise:
      'Without the permission Access Webhooks the menu is missing; some contracts do not include webhooks.',
    undo: 'Webhooks Actions › Delete Webhook, as long as no campaign calls it.',
  }
}

function headerStep(
  webhook: CompiledWebhook,
  id: string,
  source: (secret: string) => string,
): readonly Step[] {
  if (webhook.headers.length === 0) return []
  const screen = screenNamed('set-custom-header')
  const rows = webhook.headers.flatMap((header): readonly StepAct[] => [
    { kind: 'click', label: 'Add' },
    enter('Header', header.name),
    headerValue(header, source),
  ])
  return [
    {
      id: `${id}.headers`,
      actor: 'human',
      title: `Set the headers of ${webhook.name}`,
      needs: [`${id}.dialog`],
      place: [...screen.path.slice(0, 2), webhook.name, ...screen.path.slice(2)],
      does: [...rows, { kind: 'click', label: screen.confirm }],
      expect: `The dialog, opened again, shows ${countOf(webhook.headers.length, 'header')}.`,
      otherwise: 'Select the webhook in the list first; the menu belongs to the selected one.',
      undo: 'Open the dialog again and remove the rows.',
    },
  ]
}

function headerValue(header: CompiledHeader, source: (secret: string) => string): StepAct {
  if (header.kind === 'text') return enter('Value', header.value.text.value)
  const { format, secret } = header
  return { kind: 'secret', label: 'Value', format, secret, from: source(secret) }
}

function secretSource(project: Project, id: string, subscription: string): string {
  const secret = project.secrets.find((candidate) => candidate.id.value === id)
  const from = secret?.from.find(({ key }) => key.value === subscription)?.value.value
  const owner = secret?.owner?.value
  return [from, owner === undefined ? undefined : `kept by ${owner}`]
    .flatMap((part) => part ?? [])
    .join(', ')
}

function mappingStep(webhook: CompiledWebhook, id: string, program: Program): readonly Step[] {
  if (webhook.mappings.length === 0) return []
  const screen = screenNamed('edit-response-mapping')
  const rows = webhook.mappings.flatMap(({ path, fieldName }): readonly StepAct[] => [
    { kind: 'click', label: 'Add' },
    enter('Response Attribute', path.value),
    choose('Marketo Field', fieldName.value),
  ])
  return [
    {
      id: `${id}.mappings`,
      actor: 'human',
      title: `Map the response of ${webhook.name}`,
      needs: [`${id}.dialog`, ...mappedFields(webhook, program)],
      place: [...screen.path.slice(0, 2), webhook.name, ...screen.path.slice(2)],
      does: [...rows, { kind: 'click', label: screen.confirm }],
      expect: `The pane Response Mappings shows ${countOf(webhook.mappings.length, 'row')}.`,
      otherwise:
        'If a field is not offered, it has not been created, or the name is not its SOAP name.',
      undo: 'Open the dialog again and remove the rows.',
    },
  ]
}

/** A field is offered in the dialog only when it exists. */
function mappedFields({ mappings }: CompiledWebhook, { fields }: Program): readonly string[] {
  const names = mappings.map(({ fieldName }) => fieldName.value)
  return fields
    .filter(({ soap }) => soap !== undefined && names.includes(soap.value))
    .map(({ rest }) => `field.${rest.value}`)
}

function enter(label: string, value: string, language = 'text'): StepAct {
  return { kind: 'enter', label, value, language }
}

function choose(label: string, value: string): StepAct {
  return { kind: 'choose', label, value }
}
