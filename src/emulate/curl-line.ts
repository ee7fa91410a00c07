import type { HttpRequest } from './call.ts'

/** A curl command that sends the same request, quoted for a POSIX shell. */
export function curlLine({ method, url, headers, body }: HttpRequest): string {
  const words = ['curl', '--max-time', '30', '-X', method]
  for (const [name, value] of headers) words.push('-H', headerWord(name, value))
  if (body !== undefined) words.push('--data-binary', quote(body))
  return [...words, quote(url)].join(' ')
}

/** Masked secrets (`$NAME`) are left for the shell to fill in. */
function headerWord(name: string, value: string): string {
  const masked = /^([^$]*)(\$[A-Z][A-Z0-9_]*)([^$]*)$/.exec(value)
  if (masked === null) return quote(`${name}: ${value}`)
  const [, before = '', variable = '', after = ''] = masked
  return `${quote(`${name}: ${before}`)}"${variable}"${after === '' ? '' : quote(after)}`
}

/** Control characters are spelled with `$'…'`, so that the line can be copied from a terminal. */
function quote(text: string): string {
  if (/^[\w@%+=:,./?&-]+$/.test(text) && !text.includes('&')) return text
  if (
    !/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/.test(
      text,
    )
  ) {
    return `'${text.replaceAll("'", `'\\''`)}'`
  }
  const spelled = [...text].map((character) => {
    if (character === '\\' || character === "'") return `\\${character}`
    const short = SHORT_ESCAPES[character]
    if (short !== undefined) return short
    const code = character.codePointAt(0) ?? 0
    const isPlain = code >= 0x20 && code < 0x7f
    return isPlain || code > 0x206f ? character : `\\u${code.toString(16).padStart(4, '0')}`
  })
  return `$'${spelled.join('')}'`
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** What stands for a secret in previews: a shell variable of its name. */
export function maskedSecret(id: string): string {
  return `$${id.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`
}
