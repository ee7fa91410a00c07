export type RequestMethod = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'

/**
 * The choices of Request Type, in the dialog's order.
 * Source: Experience League, "Create a Webhook" (the older "Webhooks" page still names GET and POST only).
 */
export const REQUEST_METHODS: readonly RequestMethod[] = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT']

/** Template is offered for every method but GET. Source: Experience League, "Create a Webhook". */
export function mayHaveTemplate(method: RequestMethod): boolean {
  return method !== 'GET'
}
