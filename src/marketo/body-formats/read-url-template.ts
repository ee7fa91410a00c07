import type { TemplatePart } from '../tokens/parse-template.ts'
import type { PlacedToken, TemplateReading, TokenContext } from './body-format.ts'

/**
 * Reads a URL with holes. Everything before the path decides who is called: scheme, login, host, port.
 * The characters of the URL travel as typed. Source: Experience League, "Webhooks".
 */
export function readUrlTemplate(parts: readonly TemplatePart[]): TemplateReading {
  const tokens: PlacedToken[] = []
  let before = ''
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      before += part.text
      continue
    }
    const context = contextAfter(before)
    const next = parts[index + 1]
    const after = next?.kind === 'text' ? next.text : ''
    const isAlone = /[=/&?]$/.test(before) && (next === undefined || /^[&/?#]/.test(after))
    tokens.push({ token: part, context, isAlone, path: undefined })
    before += 'x'
  }
  return { tokens, flaws: [] }
}

function contextAfter(before: string): TokenContext {
  const rest = before.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  if (rest.includes('#')) return 'url-fragment'
  const query = rest.split('?').slice(1).join('?')
  if (rest.includes('?')) return /(?:^|&)[^=&]*$/.test(query) ? 'url-query-key' : 'url-query'
  return rest.includes('/') ? 'url-path' : 'url-host'
}
