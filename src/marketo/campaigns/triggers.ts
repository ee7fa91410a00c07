/** A trigger of a smart campaign, in both vocabularies, with the trigger tokens that it provides. */
export interface TriggerDefinition {
  /** What the screen shows. */
  readonly name: string
  /** The older name, as REST and the MCP server use it. */
  readonly backEndName: string
  /** Trigger tokens that have a value, by name. */
  readonly tokens: readonly string[]
  /** The keys of a definition's constraints, with the words on the screen. */
  readonly constraints: Readonly<Record<string, string>>
  /**
   * Words of the screen that follow Marketo's naming rules (Person for Lead, Program Status for
   * Progression Status) but that no page states word for word: to be verified in the picker.
   */
  readonly inferred: readonly string[]
}

const ALWAYS: readonly string[] = ['Trigger Name', 'Name']
const CHAT: readonly string[] = [
  'Agent Name',
  'Agent Email',
  'Conversation Status',
  'Conversation Summary',
  'Goal name',
  'meeting status',
  'Scheduled For',
  'Document Name',
  'Document URL',
  'Page URL',
]
const CHANGE = {
  attribute: 'Attribute',
  previousValue: 'Previous Value',
  newValue: 'New Value',
  reason: 'Reason',
  source: 'Source',
} as const

/** Names that follow the naming rule only. "Person is Pushed to Marketo" is stated in a support article. */
const UNSTATED_NAMES: readonly string[] = ['Person is Created', 'Program Status is Changed']
/** Constraints that a page or screenshot shows; Reason and Source are attributes of the activity. */
const STATED_CONSTRAINTS: readonly string[] = [
  ...Object.values(CHANGE),
  'Webhook',
  'Response',
  'Error Type',
]

/**
 * Table: triggers with what they provide.
 * Sources: Marketo Engage MCP Server (names); Experience League, "Trigger Tokens for Interesting Moments"
 * (tokens), "Errors" (constraints of Webhook is Called), "Use the Data Value Changed Filter".
 */
export const TRIGGERS: readonly TriggerDefinition[] = [
  define('Person is Created', 'Lead is Created', [], { source: 'Source' }),
  define('Data Value Changes', 'Data Value Changes', [], CHANGE),
  define('Webhook is Called', 'Webhook is Called', [], {
    webhook: 'Webhook',
    response: 'Response',
    errorType: 'Error Type',
  }),
  define('Program Status is Changed', 'Progression Status is Changed', [], {
    program: 'Program',
    newStatus: 'New Status',
    previousStatus: 'Previous Status',
  }),
  define('Score is Changed', 'Score is Changed', [], {
    score: 'Score Name',
    attribute: 'Score Name',
    change: 'Change',
  }),
  define('Campaign is Requested', 'Campaign is Requested', [], {
    source: 'Source',
    campaign: 'Campaign',
  }),
  define('Added to List', 'Added to List', [], { list: 'List' }),
  define('Fills Out Form', 'Fills Out Form', ['Web Page', 'Client IP Address'], {
    form: 'Form',
    page: 'Web Page',
  }),
  define(
    'Visits Web Page',
    'Visits Web Page',
    ['Web Page', 'Client IP Address', 'Referrer', 'Search Engine', 'Search Query'],
    { page: 'Web Page' },
  ),
  define(
    'Clicks Link on Web Page',
    'Clicks Link on Web Page',
    ['Web Page', 'Client IP Address', 'Referrer'],
    { link: 'Link', page: 'Web Page' },
  ),
  define('Clicks Link in Email', 'Clicks Link in Email', ['Link', 'Subject'], {
    link: 'Link',
    email: 'Email',
  }),
  define('Email Bounces', 'Email Bounces', ['Subject', 'Category', 'Details'], { email: 'Email' }),
  define('Email Bounces Soft', 'Email Bounces Soft', ['Subject', 'Category', 'Details'], {
    email: 'Email',
  }),
  define('Email is Delivered', 'Email is Delivered', ['Subject'], { email: 'Email' }),
  define('Opens Email', 'Opens Email', ['Subject'], { email: 'Email' }),
  define('Unsubscribes from Email', 'Unsubscribes from Email', ['Subject', 'Client IP Address'], {
    email: 'Email',
  }),
  define('Has Interesting Moment', 'Has Interesting Moment', [], { type: 'Type' }),
  define('Person is Pushed to Marketo', 'Lead is Pushed to Marketo', [], {
    source: 'Source',
    reason: 'Reason',
  }),
  define('Revenue Stage is Changed', 'Revenue Stage is Changed', [], { newStage: 'New Stage' }),
  define('Engages with a Conversation', 'Engages with a Conversation', CHAT, {}),
]

/** The trigger of that name, in either vocabulary and without regard to case; undefined for one that is not in the table. */
export function triggerNamed(name: string): TriggerDefinition | undefined {
  return BY_NAME.get(name.trim().toLowerCase())
}

/** Of two with the same name, the first one. */
const BY_NAME: ReadonlyMap<string, TriggerDefinition> = new Map(
  TRIGGERS.toReversed().flatMap((trigger) =>
    [trigger.backEndName, trigger.name].map((name) => [name.toLowerCase(), trigger] as const),
  ),
)

function define(
  name: string,
  backEndName: string,
  tokens: readonly string[],
  constraints: Readonly<Record<string, string>>,
): TriggerDefinition {
  return {
    name,
    backEndName,
    tokens: [...ALWAYS, ...tokens],
    constraints,
    inferred: [
      ...(UNSTATED_NAMES.includes(name) ? [name] : []),
      ...Object.values(constraints).filter((label) => !STATED_CONSTRAINTS.includes(label)),
    ],
  }
}
