/** An activity filter of a smart list, with the trigger that hears of the same thing. */
export interface ActivityFilter {
  readonly name: string
  readonly trigger: string
}

/**
 * Table: filters whose name is not that of their trigger, in the words of both vocabularies.
 * "Webhook is Called" is trigger and filter; there is no "Webhook was Called".
 * Source: Marketo Engage MCP Server, operations (names).
 */
export const ACTIVITY_FILTERS: readonly ActivityFilter[] = [
  { name: 'Person was Created', trigger: 'Person is Created' },
  { name: 'Lead was Created', trigger: 'Person is Created' },
  { name: 'Data Value Changed', trigger: 'Data Value Changes' },
  { name: 'Program Status was Changed', trigger: 'Program Status is Changed' },
  { name: 'Progression Status was Changed', trigger: 'Program Status is Changed' },
  { name: 'Score was Changed', trigger: 'Score is Changed' },
  { name: 'Campaign was Requested', trigger: 'Campaign is Requested' },
  { name: 'Was Added to List', trigger: 'Added to List' },
  { name: 'Filled Out Form', trigger: 'Fills Out Form' },
  { name: 'Visited Web Page', trigger: 'Visits Web Page' },
  { name: 'Person was Pushed to Marketo', trigger: 'Person is Pushed to Marketo' },
  { name: 'Lead was Pushed to Marketo', trigger: 'Person is Pushed to Marketo' },
]
