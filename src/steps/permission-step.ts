import { screenNamed } from '../marketo/screens/dialogs.ts'
import { onScreen, type Step } from './step.ts'

/**
 * What the reader must be allowed to do before anything else.
 * Sources: Experience League, "Descriptions of Role Permissions" (Access Webhooks), "Use a Webhook in a
 * Smart Campaign" (not every contract includes webhooks).
 */
export function permissionStep(): Step {
  return {
    id: 'access.permissions',
    actor: 'human',
    title: 'Check that you may edit webhooks',
    needs: [],
    place: screenNamed('new-role').path.slice(0, -1),
    does: [
      {
        kind: 'do',
        words: [
          'Open your role and look in the group ',
          onScreen('Access Admin'),
          ' for ',
          onScreen('Access Webhooks'),
          '; it covers the dialogs and the response mappings.',
        ],
      },
    ],
    expect: 'The permission is ticked, and the Admin menu shows Webhooks.',
    otherwise: 'Ask an admin for the permission; some contracts do not include webhooks.',
    undo: 'Nothing was changed.',
  }
}
