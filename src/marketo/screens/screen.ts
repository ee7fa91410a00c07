/** A dialog or page of Marketo's screens: where it is, and its fields in their order. */
export interface Screen {
  readonly id: ScreenId
  /** Menu path, from the top. A part in angle brackets stands for a name: `<program>`, `<webhook>`. */
  readonly path: readonly string[]
  readonly title: string
  /** Labels of the fields, in the order of the screen. */
  readonly fields: readonly string[]
  /** The button that ends it; empty for a page that saves by itself. */
  readonly confirm: string
  /** Labels that no page of the vendor states word for word: the reader is told to look. */
  readonly inferred: readonly string[]
  /** Other spellings of a label that the vendor's own pages and screens show. */
  readonly alsoCalled: Readonly<Record<string, string>>
  readonly source: string
  /** When the labels were last compared with the source. */
  readonly checked: string
}

export type ScreenId =
  | 'munchkin'
  | 'roles'
  | 'new-role'
  | 'invite-user'
  | 'new-service'
  | 'service-details'
  | 'new-custom-field'
  | 'export-field-names'
  | 'new-webhook'
  | 'edit-webhook'
  | 'delete-webhook'
  | 'set-custom-header'
  | 'edit-response-mapping'
  | 'clone-program'
  | 'new-program'
  | 'my-tokens'
  | 'new-campaign'
  | 'smart-list'
  | 'flow'
  | 'qualification'
  | 'schedule'
  | 'activity-log'
  | 'list'
  | 'notifications'
