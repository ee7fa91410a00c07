import type { Program } from '../model/program.ts'
import { screenNamed } from '../marketo/screens/dialogs.ts'
import { onScreen, type Step } from './step.ts'

/** What an endpoint needs that answers later: a role, a user, a service. Nothing where it answers at once. */
export function accessSteps({ launchpoint }: Program): readonly Step[] {
  if (launchpoint === undefined) return []
  const role = screenNamed('new-role')
  const user = screenNamed('invite-user')
  const service = screenNamed('new-service')
  return [
    {
      id: 'access.role',
      actor: 'human',
      title: `Create the API-only role ${launchpoint.role.name.value}`,
      needs: [],
      place: role.path,
      does: [
        { kind: 'enter', label: 'Role Name', value: launchpoint.role.name.value, language: 'text' },
        ...launchpoint.role.permissions.map(
          ({ value }) => ({ kind: 'choose', label: 'Access API', value }) as const,
        ),
        { kind: 'click', label: role.confirm },
      ],
      expect:
        'The role stands in the list, with these permissions of the group Access API and no others.',
      otherwise: 'Ask whoever has the permission Access Roles.',
      undo: 'Delete the role.',
    },
    {
      id: 'access.user',
      actor: 'human',
      title: `Invite the API-only user ${launchpoint.user.value}`,
      needs: ['access.role'],
      place: user.path,
      does: [
        { kind: 'enter', label: 'Email', value: launchpoint.user.value, language: 'text' },
        { kind: 'do', words: ['Tick ', onScreen('API Only'), '.'] },
        { kind: 'choose', label: 'Roles', value: launchpoint.role.name.value },
        { kind: 'click', label: user.confirm },
      ],
      expect: 'The user stands in the list as an API-only user; it cannot log in.',
      otherwise:
        'Where users are managed in the Adobe Admin Console, only API-only users can be invited here.',
      undo: 'Delete the user.',
    },
    {
      id: 'access.service',
      actor: 'human',
      title: `Create the custom service ${launchpoint.service.value}`,
      needs: ['access.user'],
      place: service.path,
      does: [
        {
          kind: 'enter',
          label: 'Display Name',
          value: launchpoint.service.value,
          language: 'text',
        },
        { kind: 'choose', label: 'Service', value: 'Custom' },
        { kind: 'choose', label: 'API Only User', value: launchpoint.user.value },
        { kind: 'click', label: service.confirm },
        {
          kind: 'do',
          words: [
            'Open ',
            onScreen('View Details'),
            ' and hand Client Id and Client Secret to the owner of the endpoint, over a channel that is made for secrets.',
          ],
        },
      ],
      expect: 'The service stands in the list.',
      otherwise: 'Check that the user is API-only.',
      undo: 'Delete the service; the endpoint can no longer write back.',
    },
  ]
}
