/** What is read of a line of an export. */
export type ColumnRole =
  'lead' | 'date' | 'type' | 'webhook' | 'attributes' | 'errorType' | 'response' | 'payload'

/** Names that somebody has given for what is to be read, by what it is. */
export type ColumnNames = Partial<Readonly<Record<ColumnRole, string>>>

/**
 * Table: names of columns and attributes, as `nameKey` spells them, the surest first. Those of a bulk extract and of
 * REST are documented; what the Activity Log of the screens writes is not, nor are the attributes of type 110 but for
 * Response and Error Type, so `--column` can name them.
 * Sources: Adobe, "Bulk Activity Extract", "Activities"; Experience League, "Errors" (webhooks).
 */
export const KNOWN_NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  lead: ['leadid', 'personid', 'lead', 'person', 'marketoid'],
  date: ['activitydate', 'datetime', 'activitydatetime', 'dateandtime', 'date', 'time'],
  type: ['activitytypeid', 'activitytype', 'type'],
  webhook: ['primaryattributevalue', 'webhook', 'webhookname', 'detail', 'details'],
  attributes: ['attributes'],
  errorType: ['errortype'],
  response: ['response'],
  payload: ['payload', 'requestpayload', 'requestbody', 'request'],
}

export const COLUMN_ROLES: readonly ColumnRole[] = [
  'lead',
  'date',
  'type',
  'webhook',
  'attributes',
  'errorType',
  'response',
  'payload',
]

/** A name without its case, spaces and signs: `Error Type` and `errorType` are one. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Where each thing stands in a line; `undefined` for what the export does not have. */
export type ColumnPlaces = Partial<Readonly<Record<ColumnRole, number>>>

/** The places of what is read, from the first line; the first name of the table that is there counts. */
export function placesOf(header: readonly string[], names: ColumnNames): ColumnPlaces {
  const keys = header.map(nameKey)
  const placeOf = (role: ColumnRole): number => {
    const own = names[role]
    const wanted = own === undefined ? KNOWN_NAMES[role] : [nameKey(own)]
    const found = wanted.find((name) => keys.includes(name))
    return found === undefined ? -1 : keys.indexOf(found)
  }
  return Object.fromEntries(
    COLUMN_ROLES.map((role) => [role, placeOf(role)] as const).filter(([, place]) => place >= 0),
  )
}
