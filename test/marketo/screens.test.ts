import { expect, test } from 'vitest'
import { TRIGGERS, triggerNamed } from '../../src/marketo/campaigns/triggers.ts'
import { SCREENS, screenNamed } from '../../src/marketo/screens/screens.ts'

const NAMED = SCREENS.map((screen) => [screen.id, screen] as const)

test.each(NAMED)('the screen %s has its source and the date of its last check', (_, screen) => {
  expect(screen.source.length).toBeGreaterThan(10)
  expect(screen.checked).toMatch(/^20[0-9]{2}-[01][0-9]$/)
  expect(screenNamed(screen.id)).toBe(screen)
})

test.each(NAMED)('the doubtful labels of %s are labels of that screen', (_, screen) => {
  const labels = [...screen.path, ...screen.fields, screen.confirm]
  expect(screen.inferred.filter((label) => !labels.includes(label))).toEqual([])
})

test.each([
  ['new-role', 'Admin › Users & Roles › Roles › New Role'],
  ['invite-user', 'Admin › Users & Roles › Users › Invite New User'],
  ['new-service', 'Admin › Integrations › LaunchPoint › New › New Service'],
  ['new-custom-field', 'Admin › Field Management › New Custom Field'],
  ['new-webhook', 'Admin › Webhooks › New Webhook'],
  ['set-custom-header', 'Admin › Webhooks › <webhook> › Webhooks Actions › Set Custom Header'],
  ['edit-response-mapping', 'Admin › Webhooks › <webhook> › Response Mappings › Edit'],
] as const)('%s is where the pages of the vendor say', (id, path) => {
  expect(screenNamed(id).path.join(' › ')).toBe(path)
})

test('what the pages state word for word is not doubtful, what follows a naming rule is', () => {
  expect(screenNamed('new-webhook').inferred).toEqual([])
  expect(screenNamed('set-custom-header').inferred).toEqual([])
  expect(screenNamed('edit-response-mapping').inferred).toEqual([])
  expect(triggerNamed('Person is Created')?.inferred).toContain('Person is Created')
  expect(triggerNamed('Program Status is Changed')?.inferred).toContain('Program Status is Changed')
  expect(triggerNamed('Person is Pushed to Marketo')?.inferred).not.toContain(
    'Person is Pushed to Marketo',
  )
  expect(triggerNamed('Webhook is Called')?.inferred).toEqual([])
  expect(triggerNamed('Data Value Changes')?.inferred).toEqual([])
  expect(TRIGGERS.length).toBeGreaterThan(10)
})
