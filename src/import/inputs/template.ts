import type { InputKind } from '../imported-request.ts'

/** The text of the Template field, as copied from Marketo's dialog. The URL stands in another field. */
export const template: InputKind = {
  name: 'template',
  title: 'the text of the Template field',
  recognises: () => true,
  read: (text, { url, method }) => {
    if (text.trim() === '') return { status: 'unreadable', reason: 'there is nothing in it' }
    if (url === undefined)
      return {
        status: 'unreadable',
        reason: 'a template does not hold the URL: give it with --url',
      }
    const request = { method: method ?? 'POST', url, headers: [], body: text }
    const told = [
      ...(method === undefined
        ? ['A template does not hold the Request Type: POST is taken, --method says another.']
        : []),
      'A template does not hold the custom headers: copy each from Set Custom Header, above all Content-Type.',
    ]
    return {
      status: 'read',
      calls: [{ request, answer: undefined, holds: 'template', told }],
    }
  },
}
