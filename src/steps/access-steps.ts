import { screenNamed } from '../marketo/screens/screens.ts'
import type { LaunchPoint, Program } from '../model/program.ts'
import { confirmOf, pathParts, screenParts } from './on-screen.ts'
import { act, choose, click, enter, step, type Step } from './step.ts'
import { onScreen, say } from './words.ts'

/**
 * What the reader must be allowed to do before anything else, and where.
 * Sources: Experience League, "Descriptions of Role Permissions" (Access Webhooks), "Use a Webhook in a
 * Smart Campaign" (not every contract includes webhooks), "REST API" (the munchkin id).
 */
export function permissionSteps({ subscription }: Program): readonly Step[] {
  const id = subscription.munchkin?.value
  return [...(id === undefined ? [] : [subscriptionStep(id)]), permissionStep()]
}

function subscriptionStep(munchkin: string): Step {
  return step({
    id: 'access.subscription',
    actor: 'human',
    does: 'Check that you are in the right subscription',
    ...pathParts('munchkin'),
    movements: [act(say`Read the id of the account.`)],
    expect: say`The id is ${{ code: munchkin }}.`,
    ifNot: say`You are in another subscription: log out, and log in to the one with this id.`,
    verify: say`The same place shows the same id at any time.`,
    undo: say`Nothing was changed.`,
  })
}

function permissionStep(): Step {
  const [group = '', permission = ''] = screenNamed('roles').fields
  return step({
    id: 'access.permissions',
    actor: 'human',
    does: 'Check that you may edit webhooks',
    ...pathParts('roles'),
    movements: [
      act(
        say`Open your own role and look in the group ${onScreen(group)} for ${onScreen(permission)}; it covers the dialogs and the response mappings.`,
      ),
    ],
    expect: say`The permission is ticked, and the menu ${onScreen('Admin')} shows ${onScreen('Webhooks')}.`,
    ifNot: say`Ask an admin for the permission. If it is ticked and the menu lacks the entry, your contract may not include webhooks: ask the vendor.`,
    verify: say`The menu shows ${onScreen('Webhooks')}.`,
    undo: say`Nothing was changed.`,
  })
}

/** What an endpoint needs that answers later: a role, a user, a service. Nothing where it answers at once. */
export function accessSteps(program: Program): readonly Step[] {
  const { launchpoint } = program
  if (launchpoint === undefined) return []
  return [
    roleStep(launchpoint),
    userStep(launchpoint),
    serviceStep(launchpoint, program.id.value),
    credentialsStep(launchpoint),
  ]
}

function roleStep({ role }: LaunchPoint): Step {
  return step({
    id: 'access.role',
    actor: 'human',
    does: `Create the API-only role ${role.name.value}`,
    edits: `Edit the API-only role ${role.name.value}`,
    needs: ['access.permissions'],
    ...screenParts('new-role'),
    movements: [
      enter('Role Name', role.name.value),
      ...role.permissions.map(({ value }) => choose('Access API', value)),
      click(confirmOf('new-role')),
    ],
    expect: say`The role stands in the list, with these permissions of the group ${onScreen('Access API')} and no others.`,
    ifNot: say`Ask whoever may edit roles. Permissions of other groups have no effect on the API.`,
    verify: say`${{ code: 'GET /userservice/management/v1/users/roles.json' }} lists the role.`,
    undo: say`Delete the role, as long as no user has it.`,
  })
}

function userStep({ role, service, user }: LaunchPoint): Step {
  return step({
    id: 'access.user',
    actor: 'api',
    does: `Invite the API-only user ${user.value}`,
    edits: `Make the API-only user ${user.value} what it should be`,
    needs: ['access.role'],
    ...screenParts('invite-user'),
    movements: [
      enter('First Name', 'API'),
      enter('Last Name', service.value),
      enter('Email', user.value),
      { kind: 'tick', label: 'API Only' },
      choose('Roles', role.name.value),
      click(confirmOf('invite-user')),
    ],
    request: {
      method: 'POST',
      path: '/userservice/management/v1/users/invite.json',
      body: undefined,
    },
    expect: say`The user stands in the list as an API-only user. It cannot log in, and the address need not exist.`,
    ifNot: say`Where users are managed in the Adobe Admin Console, only API-only users can be invited here: tick ${onScreen('API Only')} first.`,
    verify: say`The list of users shows the role ${onScreen(role.name.value)} beside it.`,
    undo: say`Delete the user, as long as no service uses it.`,
  })
}

function serviceStep({ service, user }: LaunchPoint, program: string): Step {
  return step({
    id: 'access.service',
    actor: 'human',
    does: `Create the custom service ${service.value}`,
    edits: `Edit the custom service ${service.value}`,
    needs: ['access.user'],
    ...screenParts('new-service'),
    movements: [
      enter('Display Name', service.value),
      choose('Service', 'Custom'),
      enter('Description', `Managed in git: programs/${program}`),
      choose('API Only User', user.value),
      click(confirmOf('new-service')),
    ],
    expect: say`The service stands in the list.`,
    ifNot: say`If the user is not offered, it is not API-only, or another service has it: one user for each service.`,
    verify: say`${onScreen('View Details')} of the service names this user.`,
    undo: say`Delete the service; the endpoint can then no longer write back.`,
  })
}

function credentialsStep({ service, user }: LaunchPoint): Step {
  return step({
    id: 'access.credentials',
    actor: 'human',
    does: `Hand over the credentials of ${service.value}`,
    needs: ['access.service'],
    sets: { service: service.value, user: user.value },
    ...screenParts('service-details', { service: service.value }),
    movements: [
      act(
        say`Give ${onScreen('Client Id')} and ${onScreen('Client Secret')} to the owner of the endpoint, over a channel that is made for secrets. Do not write them down anywhere else.`,
      ),
    ],
    expect: say`The owner has stored both and says so.`,
    ifNot: say`If they were seen by anybody else, delete the service and do the step before once more.`,
    verify: say`The endpoint gets an access token; wrong credentials are answered with 401.`,
    undo: say`Delete the service; the credentials are void.`,
  })
}
