/**
 * The priorities of trigger campaigns, first served first. Calls of webhooks are Low unless the campaign
 * overrides it. Sources: Marketo knowledge base, "How campaign processing works"; Experience League,
 * "Priority Override for Trigger Campaigns".
 */
export const PRIORITIES = ['High', 'Medium', 'Low'] as const

export type Priority = (typeof PRIORITIES)[number]

/** The priority of that name, whatever its case; Low for everything else, which lint reports. */
export function priorityNamed(name: string | undefined): Priority {
  return PRIORITIES.find((each) => each.toLowerCase() === name?.trim().toLowerCase()) ?? 'Low'
}
