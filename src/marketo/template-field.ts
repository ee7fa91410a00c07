import type { AssumptionSet } from './assumptions/assumption.ts'

/** What Marketo makes of the text in the Template field when it reads escapes there. */
export type TypedTemplate =
  | { readonly status: 'sent'; readonly text: string }
  /** An escape that the parser does not know: no request is made. */
  | { readonly status: 'refused'; readonly offset: number; readonly escape: string }

/** Source: S. Whiteman, "A quirk with slash escapes in the Marketo webhook editor" (2023). */
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '\\': '\\',
  '"': '"',
  "'": "'",
}

/** Reads backslash escapes as Marketo is reported to do, before tokens are replaced. */
export function parseTypedTemplate(typed: string): TypedTemplate {
  let text = ''
  for (let at = 0; at < typed.length; at++) {
    const character = typed.charAt(at)
    if (character !== '\\') {
      text += character
      continue
    }
    const escape = typed.slice(at, at + 2)
    const meant = ESCAPES[escape.charAt(1)]
    if (meant === undefined) return { status: 'refused', offset: at, escape }
    text += meant
    at += 1
  }
  return { status: 'sent', text }
}

/**
 * What must be typed so that `text` is what Marketo sends: backslashes are doubled unless it is settled
 * that the Template field reads none.
 */
export function typedTemplate(text: string, pinned: AssumptionSet): string {
  return pinned['backslash-preparse'] === 'off' ? text : spellForTemplateField(text)
}

/** The spelling for a field that reads escapes. */
export function spellForTemplateField(text: string): string {
  return text.replaceAll('\\', '\\\\')
}
