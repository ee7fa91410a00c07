/** A dialog or page of Marketo's screens: where it is, and its fields in their order. */
export interface Screen {
  readonly id: ScreenId
  /** Menu path, from the top. */
  readonly path: readonly string[]
  readonly title: string
  readonly fields: readonly string[]
  /** The button that ends it. */
  readonly confirm: string
  readonly source: string
  /** When the labels were last compared with the source. */
  readonly checked: string
}

export type ScreenId =
  | 'new-webhook'
  | 'set-custom-header'
  | 'edit-response-mapping'
  | 'new-custom-field'
  | 'new-role'
  | 'invite-user'
  | 'new-service'
  | 'my-tokens'
  | 'smart-list'
  | 'flow'
  | 'schedule'

const CHECKED = '2026-09'

/** Table: the screens of a webhook's set-up, in the order in which an admin meets them. */
export const SCREENS: readonly Screen[] = [
  {
    id: 'new-role',
    path: ['Admin', 'Users & Roles', 'Roles', 'New Role'],
    title: 'New Role',
    fields: ['Role Name', 'Access API'],
    confirm: 'Create',
    source: 'Experience League, "Custom Services"',
    checked: CHECKED,
  },
  {
    id: 'invite-user',
    path: ['Admin', 'Users & Roles', 'Users', 'Invite New User'],
    title: 'Invite New User',
    fields: ['Email', 'First Name', 'Last Name', 'API Only', 'Roles'],
    confirm: 'Send',
    source: 'Experience League, "Custom Services"',
    checked: CHECKED,
  },
  {
    id: 'new-service',
    path: ['Admin', 'Integration', 'LaunchPoint', 'New', 'New Service'],
    title: 'New Service',
    fields: ['Display Name', 'Service', 'Description', 'API Only User'],
    confirm: 'Create',
    source: 'Experience League, "Custom Services"',
    checked: CHECKED,
  },
  {
    id: 'new-custom-field',
    path: ['Admin', 'Field Management', 'New Custom Field'],
    title: 'New Custom Field',
    fields: ['Object', 'Type', 'Name', 'API Name'],
    confirm: 'Create',
    source: 'Experience League, "Create a Custom Field in Marketo"',
    checked: CHECKED,
  },
  {
    id: 'new-webhook',
    path: ['Admin', 'Webhooks', 'New Webhook'],
    title: 'New Webhook',
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
    source: 'Experience League, "Create a Webhook"; Adobe developer blog, 2017 (order)',
    checked: CHECKED,
  },
  {
    id: 'set-custom-header',
    path: ['Admin', 'Webhooks', 'Webhooks Actions', 'Set Custom Header'],
    title: 'Set Custom Header',
    fields: ['Header', 'Value'],
    confirm: 'SAVE',
    source: 'Experience League, "Webhooks" (screenshot)',
    checked: CHECKED,
  },
  {
    id: 'edit-response-mapping',
    path: ['Admin', 'Webhooks', 'Response Mappings', 'Edit'],
    title: 'Edit Response Mapping',
    fields: ['Response Attribute', 'Marketo Field'],
    confirm: 'SAVE',
    source: 'Experience League, "Response Mappings" (screenshots)',
    checked: CHECKED,
  },
  {
    id: 'my-tokens',
    path: ['Marketing Activities', 'the program', 'My Tokens'],
    title: 'My Tokens',
    fields: ['Token Name', 'Value'],
    confirm: 'Save',
    source: 'Experience League, "Managing My Tokens"',
    checked: CHECKED,
  },
  {
    id: 'smart-list',
    path: ['Marketing Activities', 'the program', 'the campaign', 'Smart List'],
    title: 'Smart List',
    fields: ['Triggers', 'Filters'],
    confirm: '',
    source: 'Experience League, "Define Smart List for Smart Campaign | Trigger"',
    checked: CHECKED,
  },
  {
    id: 'flow',
    path: ['Marketing Activities', 'the program', 'the campaign', 'Flow'],
    title: 'Flow',
    fields: ['Flow steps'],
    confirm: '',
    source: 'Experience League, "Use a Webhook in a Smart Campaign"',
    checked: CHECKED,
  },
  {
    id: 'schedule',
    path: ['Marketing Activities', 'the program', 'the campaign', 'Schedule'],
    title: 'Schedule',
    fields: ['Smart Campaign Settings', 'Activate'],
    confirm: 'Activate',
    source:
      'Experience League, "Edit Qualification Rules in a Smart Campaign", "Activate a Trigger Smart Campaign"',
    checked: CHECKED,
  },
]

/** The screen of that id. */
export function screenNamed(id: ScreenId): Screen {
  const found = SCREENS.find((screen) => screen.id === id)
  if (found === undefined) throw new Error(`no screen ${id}`)
  return found
}
