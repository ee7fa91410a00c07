/** The id and the name of the type. Source: Adobe, Data Streams event list ("110 | Call Webhook"). */
const CALL_WEBHOOK = ['110', 'callwebhook']

/** Whether an activity is a call of a webhook, by the number or the name of its type. */
export function isCallType(type: unknown): boolean {
  if (type === 110) return true
  if (typeof type !== 'string') return false
  return CALL_WEBHOOK.includes(type.toLowerCase().replace(/[\s_-]/g, ''))
}
