/**
 * A value that Marketo holds for a token: text, a number, a Boolean, or null where nothing is stored.
 * Dates and datetimes are texts, already in the form in which Marketo renders them.
 */
export type TokenValue = string | number | boolean | null
