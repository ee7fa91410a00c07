import type { CompiledProgram } from '../compile/compiled-program.ts'
import { isTriggered } from './campaign-steps.ts'
import { onScreen, type Step } from './step.ts'

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
    needs: program.campaigns.filter(isTriggered).map(({ id }) => `campaign.${id.value}.activate`),
    place: ['Database', 'the test person', 'Activity Log'],
    does: [
      {
        kind: 'do',
        words: [
          'Create a person with an invented name and an address at example.com, and let it meet the triggers and filters.',
        ],
      },
      {
        kind: 'do',
        words: ['Find the activity ', onScreen('Call Webhook'), ` for ${names} and open it.`],
      },
      { kind: 'do', words: ['Compare the payload with the sample below, field by field.'] },
      ...(mapped.length === 0
        ? []
        : [
            {
              kind: 'do',
              words: [`Look at the fields that the response writes: ${mapped.join(', ')}.`],
            } as const,
          ]),
    ],
    expect:
      'The response is the one of the contract, and the mapped fields hold its values within a minute.',
    otherwise: 'The error type of the activity tells more: see the table of codes below.',
    undo: 'Delete the test person.',
  }
}
