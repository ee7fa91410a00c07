/** One Call Webhook activity (type 110) of an export, whatever the form of the export. */
export interface CallRow {
  readonly leadId: string
  /** As the export has it. */
  readonly date: string
  readonly webhook: string
  readonly errorType: string
  readonly response: string
}
