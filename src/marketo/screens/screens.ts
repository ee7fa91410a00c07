import type { Screen, ScreenId } from './screen.ts'

const CHECKED = '2026-09'
const SERVICES = 'Experience League, "Custom Services"'

/** Table: the screens of a webhook's life, in the order in which an admin meets them. */
export const SCREENS: readonly Screen[] = [
  screen('munchkin', ['Admin', 'Munchkin'], {
    source: 'Experience League, "REST API" (the munchkin id is there)',
  }),
  screen('roles', ['Admin', 'Users & Roles', 'Roles'], {
    fields: ['Access Admin', 'Access Webhooks'],
    source: 'Experience League, "Descriptions of Role Permissions"',
  }),
  screen('new-role', ['Admin', 'Users & Roles', 'Roles', 'New Role'], {
    fields: ['Role Name', 'Access API'],
    confirm: 'Create',
    inferred: ['Role Name', 'Create'],
    source: SERVICES,
  }),
  screen('invite-user', ['Admin', 'Users & Roles', 'Users', 'Invite New User'], {
    fields: ['First Name', 'Last Name', 'Email', 'API Only', 'Roles'],
    confirm: 'Send',
    inferred: ['First Name', 'Last Name', 'Email', 'Roles'],
    source: SERVICES,
  }),
  screen('new-service', ['Admin', 'Integrations', 'LaunchPoint', 'New', 'New Service'], {
    fields: ['Display Name', 'Service', 'Description', 'API Only User'],
    confirm: 'Create',
    alsoCalled: { Integrations: 'Integration' },
    source: SERVICES,
  }),
  screen('service-details', ['Admin', 'Integrations', 'LaunchPoint', '<service>', 'View Details'], {
    fields: ['Client Id', 'Client Secret', 'Authorized User', 'Get Token'],
    alsoCalled: { Integrations: 'Integration' },
    source: SERVICES,
  }),
  screen('new-custom-field', ['Admin', 'Field Management', 'New Custom Field'], {
    fields: ['Object', 'Type', 'Name', 'API Name'],
    confirm: 'Create',
    inferred: ['Create'],
    source: 'Experience League, "Create a Custom Field in Marketo"',
  }),
  screen('export-field-names', ['Admin', 'Field Management', 'Export Field Names'], {
    source: 'Experience League, "Export a List of All Marketo API Field Names"',
  }),
  screen('new-webhook', ['Admin', 'Webhooks', 'New Webhook'], {
    fields: [
      'Webhook Name',
      'Description',
      'URL',
      'Request Type',
      'Template',
      'Request Token Encoding',
      'Response type',
    ],
    confirm: 'Create',
    alsoCalled: {
      Template: 'Payload Template',
      'Response type': 'Response Type',
      'Form/Url': 'Form/URL',
      Create: 'Save',
    },
    source: 'Experience League, "Create a Webhook"; Adobe developer blog, 2017 (order)',
  }),
  screen('edit-webhook', ['Admin', 'Webhooks', '<webhook>', 'Webhooks Actions', 'Edit Webhook'], {
    confirm: 'Save',
    inferred: ['Edit Webhook', 'Save'],
    alsoCalled: { 'Webhooks Actions': 'Webhook Actions' },
    source: "A demo browser extension of Marketo's staff (menu entries)",
  }),
  screen(
    'delete-webhook',
    ['Admin', 'Webhooks', '<webhook>', 'Webhooks Actions', 'Delete Webhook'],
    {
      inferred: ['Delete Webhook'],
      alsoCalled: { 'Webhooks Actions': 'Webhook Actions' },
      source: "A demo browser extension of Marketo's staff (menu entries)",
    },
  ),
  screen(
    'set-custom-header',
    ['Admin', 'Webhooks', '<webhook>', 'Webhooks Actions', 'Set Custom Header'],
    {
      fields: ['Header', 'Value'],
      confirm: 'SAVE',
      alsoCalled: { 'Webhooks Actions': 'Webhook Actions' },
      source: 'Experience League, "Webhooks" (screenshot)',
    },
  ),
  screen('edit-response-mapping', ['Admin', 'Webhooks', '<webhook>', 'Response Mappings', 'Edit'], {
    fields: ['Response Attribute', 'Marketo Field'],
    confirm: 'SAVE',
    source: 'Experience League, "Response Mappings" (screenshots)',
  }),
  screen('clone-program', ['Marketing Activities', '<workspace>', '<template>', 'Clone'], {
    fields: ['Program Name', 'Folder'],
    confirm: 'Create',
    inferred: ['Clone', 'Program Name', 'Folder', 'Create'],
    source: 'Experience League, "Programs" (REST: a clone takes a name and a folder)',
  }),
  screen('new-program', ['Marketing Activities', '<workspace>', 'New', 'New Program'], {
    fields: ['Folder', 'Name', 'Program Type', 'Channel'],
    confirm: 'Create',
    inferred: ['New Program', 'Folder', 'Name', 'Program Type', 'Channel', 'Create'],
    source: 'Experience League, "Programs" (REST: folder, name, type, channel)',
  }),
  screen('my-tokens', ['Marketing Activities', '<program>', 'My Tokens'], {
    fields: ['Token type', 'Token Name', 'Value'],
    confirm: 'Save',
    inferred: ['Token type', 'Token Name', 'Value', 'Save'],
    source: 'Experience League, "Managing My Tokens"',
  }),
  screen('new-campaign', ['Marketing Activities', '<program>', 'New', 'New Smart Campaign'], {
    fields: ['Name'],
    confirm: 'Create',
    inferred: ['New Smart Campaign', 'Name', 'Create'],
    source: 'Experience League, "Smart Campaigns" (REST: folder, name)',
  }),
  screen('smart-list', ['Marketing Activities', '<program>', '<campaign>', 'Smart List'], {
    fields: ['Triggers', 'Filters'],
    source: 'Experience League, "Define Smart List for Smart Campaign | Trigger"',
  }),
  screen('flow', ['Marketing Activities', '<program>', '<campaign>', 'Flow'], {
    fields: ['Flow steps'],
    source: 'Experience League, "Use a Webhook in a Smart Campaign"',
  }),
  screen('qualification', ['Marketing Activities', '<program>', '<campaign>', 'Schedule'], {
    fields: ['Smart Campaign Settings', 'Each person can run through the flow'],
    confirm: 'Save',
    inferred: ['Each person can run through the flow', 'Save'],
    alsoCalled: { Edit: 'Edit Settings' },
    source: 'Experience League, "Edit Qualification Rules in a Smart Campaign"',
  }),
  screen('schedule', ['Marketing Activities', '<program>', '<campaign>', 'Schedule'], {
    fields: ['Activate', 'Deactivate', 'Priority'],
    inferred: ['Deactivate'],
    source:
      'Experience League, "Activate a Trigger Smart Campaign", "Priority Override for Trigger Campaigns"',
  }),
  screen('activity-log', ['Database', '<person>', 'Activity Log'], {
    inferred: ['Database'],
    source: 'Experience League, "Locate the Activity Log for a Person"',
  }),
  screen('list', ['Database', '<list>'], {
    inferred: ['Database'],
    source: 'Experience League, "Static Lists" (REST: lists have a name)',
  }),
  screen('notifications', ['Notifications'], {
    inferred: ['Notifications'],
    source: 'Experience League, "Understanding Notifications"',
  }),
]

/** The screen of that id. */
export function screenNamed(id: ScreenId): Screen {
  const found = SCREENS.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no screen ${id}`)
  return found
}

type Rest = Pick<Screen, 'source'> &
  Partial<Pick<Screen, 'fields' | 'confirm' | 'inferred' | 'alsoCalled'>>

function screen(id: ScreenId, path: readonly string[], rest: Rest): Screen {
  return {
    id,
    path,
    title: path.at(-1) ?? '',
    fields: [],
    confirm: '',
    inferred: [],
    alsoCalled: {},
    checked: CHECKED,
    ...rest,
  }
}
