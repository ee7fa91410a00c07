import type { CompiledHeader, CompiledWebhook } from '../compile/compiled-program.ts'
import { screenNamed } from '../marketo/screens/screens.ts'
import type { Program } from '../model/program.ts'
import { confirmOf, screenParts } from './on-screen.ts'
import { choose, click, enter, step, type Movement, type Step } from './step.ts'
import { secretSource, type StepContext } from './step-context.ts'
import { countOf, listWords, onScreen, say, sentences, type Sentence } from './words.ts'

/** Every field of the New Webhook dialog with its value, in the order of the screen. */
export function dialogMovements(webhook: CompiledWebhook): readonly Movement[] {
  const values: Readonly<Record<string, Movement | undefined>> = {
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
  return screenNamed('new-webhook').fields.map(
    (label) => values[label] ?? ({ kind: 'leave', label } as const),
  )
}

export function dialogStep(webhook: CompiledWebhook, { compiled, siblings }: StepContext): Step {
  const { name } = webhook
  return step({
    id: `webhook.${webhook.id}.dialog`,
    actor: 'human',
    does: `Create the webhook ${name}`,
    edits: `Edit the webhook ${name}`,
    needs: ['access.permissions', `endpoint.${webhook.id}.ready`],
    ...screenParts('new-webhook'),
    movements: [...dialogMovements(webhook), click(confirmOf('new-webhook'))],
    expect: say`${onScreen(name)} stands in the list of webhooks.`,
    ifNot: sentences(
      sharedWords(webhook, compiled.program, siblings),
      say`If ${onScreen('Webhooks')} is missing in the menu, go back to ${{ step: 'access.permissions' }}.`,
    ),
    verify: say`Marketo keeps no history of webhooks, and no API reads them: select it, open ${onScreen('Edit Webhook')}, and compare each field with this step.`,
    undo: say`Select it, then ${onScreen('Webhooks Actions')} › ${onScreen('Delete Webhook')}, as long as no campaign calls it.`,
  })
}

/** A webhook belongs to the subscription: whoever sets up the second environment finds it there. */
function sharedWords(
  webhook: CompiledWebhook,
  { webhooks }: Program,
  siblings: readonly string[],
): Sentence | undefined {
  const scope = webhooks.find(({ id }) => id.value === webhook.id)?.scope.value
  if (scope === 'environment' || siblings.length === 0) return undefined
  return say`If it stands there already, it was made for another environment (${listWords(siblings, 'or')}), and one webhook serves them all: do not create another. Open ${onScreen('Edit Webhook')} and compare each field.`
}

export function headerSteps(webhook: CompiledWebhook, context: StepContext): readonly Step[] {
  if (webhook.headers.length === 0) return []
  const rows = webhook.headers.flatMap((header): readonly Movement[] => [
    click('Add'),
    enter('Header', header.name),
    headerValue(header, context),
  ])
  return [
    step({
      id: `webhook.${webhook.id}.headers`,
      actor: 'human',
      does: `Set the headers of ${webhook.name}`,
      needs: [`webhook.${webhook.id}.dialog`],
      ...screenParts('set-custom-header', { webhook: webhook.name }),
      movements: [...rows, click(confirmOf('set-custom-header'))],
      expect: say`The dialog, opened again, shows ${countOf(webhook.headers.length, 'row')}.`,
      ifNot: say`Select the webhook in the list first: the menu belongs to the selected one. Without a row for Content-Type none is sent: the encoding does not set it.`,
      verify: say`Open the dialog again and compare each row. A secret is not compared by eye: ${{ section: 5 }} proves it.`,
      undo: say`Open the dialog again, select the rows, ${onScreen('Remove')}, ${onScreen(confirmOf('set-custom-header'))}.`,
    }),
  ]
}

export function headerValue(header: CompiledHeader, context: StepContext): Movement {
  if (header.kind === 'text') return enter('Value', header.value.text.value)
  const { format, secret } = header
  return { kind: 'secret', label: 'Value', format, secret, from: secretSource(context, secret) }
}

export function mappingSteps(webhook: CompiledWebhook, { compiled }: StepContext): readonly Step[] {
  if (webhook.mappings.length === 0) return []
  const rows = webhook.mappings.flatMap(({ path, fieldName }): readonly Movement[] => [
    click('Add'),
    enter('Response Attribute', path.value),
    choose('Marketo Field', fieldName.value),
  ])
  return [
    step({
      id: `webhook.${webhook.id}.mappings`,
      actor: 'human',
      does: `Map the response of ${webhook.name}`,
      needs: [`webhook.${webhook.id}.dialog`, ...mappedFields(webhook, compiled.program)],
      ...screenParts('edit-response-mapping', { webhook: webhook.name }),
      movements: [...rows, click(confirmOf('edit-response-mapping'))],
      expect: say`The pane ${onScreen('Response Mappings')} shows ${countOf(webhook.mappings.length, 'row')}.`,
      ifNot: say`The field is named by its SOAP name. If it is not offered, it has not been created, or its SOAP name is another: see ${{ step: fieldStep(compiled.program) }}.`,
      verify: say`Compare the rows of the pane with this step, letter by letter: capitals count.`,
      undo: say`Open the dialog again, select the rows, ${onScreen('Remove')}, ${onScreen(confirmOf('edit-response-mapping'))}.`,
    }),
  ]
}

function fieldStep({ fields }: Program): string {
  return fields.length === 0 ? 'access.permissions' : 'field.names'
}

/** A field is offered in the dialog only when it exists. */
function mappedFields({ mappings }: CompiledWebhook, { fields }: Program): readonly string[] {
  const names = mappings.map(({ fieldName }) => fieldName.value)
  const needed = fields
    .filter(({ soap }) => soap !== undefined && names.includes(soap.value))
    .map(({ rest }) => `field.${rest.value}`)
  return needed.length === 0 ? [] : [...needed, 'field.names']
}
