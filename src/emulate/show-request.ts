import type { HttpRequest } from './call.ts'

/** A request as it would stand on the wire, for people: request line, headers, body. */
export function showRequest({ method, url, headers, body }: HttpRequest): string {
  const lines = [`${method} ${url}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return body === undefined ? lines.join('\n') : [...lines, '', body].join('\n')
}
