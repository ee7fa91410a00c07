import type { HttpRequest } from './call.ts'

/** A curl command that sends the same request, quoted for bash, zsh and any shell of POSIX 2024. */
export function curlLine({ method, url, headers, body }: HttpRequest): string {
  const words = ['curl', '--max-time', '30', '-X', method, ...urlOptions(url)]
  for (const [name, value] of headers) words.push('-H', headerWord(name, value))
  if (body !== undefined) words.push(...typeWords(headers), bodyOption(body), quote(body))
  return [...words, quote(url)].join(' ')
}

/** Left alone, curl reads brackets as patterns and shortens paths with dots. */
function urlOptions(url: string): readonly string[] {
  const hasPattern = /[[\]{}]/.test(url)
  const hasDots = /\/\.{1,2}(?:[/?#]|$)/.test(url)
  return [...(hasPattern ? ['--globoff'] : []), ...(hasDots ? ['--path-as-is'] : [])]
}

/** Left alone, curl says that a body without a Content-Type is a form. */
function typeWords(headers: HttpRequest['headers']): readonly string[] {
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type')
  return isTyped ? [] : ['-H', 'Content-Type:']
}

/** Given as `--data-binary`, a text that starts with @ would be the name of a file. */
function bodyOption(body: string): string {
  return body.startsWith('@') ? '--data-raw' : '--data-binary'
}

/** Masked secrets (`$NAME`) are left for the shell to fill in; curl wants `Name;` for an empty value. */
function headerWord(name: string, value: string): string {
  if (value.trim() === '') return quote(`${name};`)
  const masked = /^([^$]*)(\$[A-Z][A-Z0-9_]*)([^$]*)$/.exec(value)
  if (masked === null) return quote(`${name}: ${value}`)
  const [, before = '', variable = '', after = ''] = masked
  return `${quote(`${name}: ${before}`)}"${variable}"${after === '' ? '' : quote(after)}`
}

/** Characters that a terminal obeys or hides. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/u

/** Control characters are spelled with `$'…'`, so that the line can be copied from a terminal. */
function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  if (!INVISIBLE.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`
  return `$'${Array.from(text, spell).join('')}'`
}

/** By the octal bytes of UTF-8, which mean the same in every locale. */
function spell(character: string): string {
  if (character === '\\' || character === "'") return `\\${character}`
  const short = SHORT_ESCAPES[character]
  if (short !== undefined) return short
  if (!INVISIBLE.test(character)) return character
  const bytes = new TextEncoder().encode(character)
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** What stands for a secret in previews: a shell variable of its name. */
export function maskedSecret(id: string): string {
  const name = id.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return /^[A-Z]/.test(name) ? `$${name}` : `$SECRET_${name}`
}
