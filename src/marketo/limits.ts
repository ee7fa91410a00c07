/** Limits of Marketo that a webhook meets. */
export const LIMITS = {
  /** Marketo waits this long for the response, then ends the call. Source: Experience League, "Webhooks". */
  timeoutMilliseconds: 30_000,
  /** Characters of a string field. Source: Experience League, "Field types". */
  stringCharacters: 255,
  /** Bytes of a text area. Source: Experience League, "Field types". */
  textAreaBytes: 30_000,
  /** Characters of a text My Token. Source: Experience League, "Understanding My Tokens in a Program". */
  myTokenCharacters: 524_288,
  /** Months without a qualifying person after which a trigger campaign is deactivated. Source: Experience League, "Automatic Trigger Campaign Cleanup". */
  campaignCleanupMonths: 6,
} as const
