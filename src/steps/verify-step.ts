import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { Step } from './step.ts'

/** The last step: one invented person through the whole road. */
export function verifyStep({ program, webhooks }: CompiledProgram): Step {
  const mapped = webhooks.flatMap(({ mappings }) =>
    mappings.map(({ field, fieldName }) => field?.displayName ?? fieldName.value),
  )
  const names = webhooks.map(({ name }) => name).join(', ')
  return {
    id: 'verify',
    actor: 'human',
    title: 'Prove it with one test person',
    needs: program.campaigns.map(({ id }) => `campaign.${id.value}.activate`),
    place: ['Database', 'the test person', 'Activity Log'],
    does: [
      {
        kind: 'do',
        text: 'Create a person with an invented name and an address at example.com, and let it meet the triggers and filters.',
      },
      { kind: 'do', text: `Find the activity Call Webhook for ${names} and open it.` },
      { kind: 'do', text: 'Compare the payload with the sample in this folder, field by field.' },
      ...(mapped.length === 0
        ? []
        : [
            {
              kind: 'do',
              text: `Look at the fields that the response writes: ${mapped.join(', ')}.`,
            } as const,
          ]),
    ],
    expect:
      'The response is the one of the contract, and the mapped fields hold its values within a minute.',
    otherwise: 'The error type of the activity tells more: see the table of codes below.',
    undo: 'Delete the test person.',
  }
}
