/**
 * Who can bring something about: the endpoint's owner, Marketo's REST API, or a person at Marketo's
 * screens. Webhooks, their headers and mappings have no API (Marketo's REST reference lists no asset for them).
 */
export type Actor = 'receiver' | 'api' | 'human'
