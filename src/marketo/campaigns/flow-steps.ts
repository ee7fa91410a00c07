/** A flow step with its settings: the key of the definition and the word on the screen. */
export interface FlowStepDefinition {
  readonly name: string
  readonly settings: Readonly<Record<string, string>>
  /** Whether tokens are replaced in its settings. Source: Experience League, "Use Tokens in Flow Steps". */
  readonly takesTokens: boolean
}

/** Setting labels that a page of the vendor states; the others are named after the step's parameters. */
export const STATED_SETTINGS: readonly string[] = ['Webhook', 'To Other Emails']

/** Table: flow steps. Sources: Marketo Engage MCP Server (names); the pages of the single steps. */
export const FLOW_STEPS: readonly FlowStepDefinition[] = [
  { name: 'Add to List', settings: { list: 'List Name' }, takesTokens: false },
  { name: 'Remove from List', settings: { list: 'List Name' }, takesTokens: false },
  {
    name: 'Add to Nurture',
    settings: { program: 'Program', stream: 'Stream' },
    takesTokens: false,
  },
  { name: 'Call Webhook', settings: { webhook: 'Webhook' }, takesTokens: false },
  {
    name: 'Change Data Value',
    settings: { attribute: 'Attribute', value: 'New Value' },
    takesTokens: true,
  },
  { name: 'Change Lead Partition', settings: { partition: 'New Partition' }, takesTokens: false },
  { name: 'Change Owner', settings: { owner: 'New Owner' }, takesTokens: false },
  {
    name: 'Change Program Member Data',
    settings: { program: 'Program', attribute: 'Attribute', value: 'New Value' },
    takesTokens: true,
  },
  {
    name: 'Change Program Status',
    settings: { program: 'Program', status: 'New Status' },
    takesTokens: false,
  },
  {
    name: 'Change Revenue Stage',
    settings: { model: 'Model', stage: 'Stage' },
    takesTokens: false,
  },
  { name: 'Change Score', settings: { score: 'Score Name', change: 'Change' }, takesTokens: false },
  {
    name: 'Create Task',
    settings: { subject: 'Subject', comments: 'Comments' },
    takesTokens: true,
  },
  { name: 'Delete Lead', settings: {}, takesTokens: false },
  { name: 'Execute Campaign', settings: { campaign: 'Campaign' }, takesTokens: false },
  {
    name: 'Interesting Moment',
    settings: { type: 'Type', description: 'Description' },
    takesTokens: true,
  },
  { name: 'Remove from Flow', settings: {}, takesTokens: false },
  { name: 'Request Campaign', settings: { campaign: 'Campaign' }, takesTokens: false },
  { name: 'Send Alert', settings: { email: 'Email', to: 'To Other Emails' }, takesTokens: true },
  { name: 'Send Email', settings: { email: 'Email' }, takesTokens: false },
  { name: 'Sync Lead to SFDC', settings: {}, takesTokens: false },
  { name: 'Wait', settings: { duration: 'Duration' }, takesTokens: false },
]

/** The step of that name, without regard to case; undefined for one that is not in the table. */
export function flowStepNamed(name: string): FlowStepDefinition | undefined {
  return BY_NAME.get(name.trim().toLowerCase())
}

const BY_NAME: ReadonlyMap<string, FlowStepDefinition> = new Map(
  FLOW_STEPS.map((step) => [step.name.toLowerCase(), step]),
)
