import type { HttpRequest } from '../../emulate/call.ts'
import type { GivenOption } from './split-options.ts'

type Header = HttpRequest['headers'][number]

export type CurlCall =
  | { readonly status: 'call'; readonly request: HttpRequest }
  | { readonly status: 'refused'; readonly reason: string }

/** The request that curl makes of its options. Source: the manual of curl, curl(1). */
export function buildCall(given: readonly GivenOption[]): CurlCall {
  const obstacle = obstacleIn(given)
  if (obstacle !== undefined) return { status: 'refused', reason: obstacle }
  const of = (...effects: readonly GivenOption['effect'][]): readonly GivenOption[] =>
    given.filter(({ effect }) => effects.includes(effect))
  const [address, ...others] = of('url')
  if (address === undefined || address.value === '')
    return { status: 'refused', reason: 'it names no address' }
  if (others.length > 0)
    return {
      status: 'refused',
      reason: 'it names more than one address: import one call at a time',
    }
  const data = dataOf(of('data', 'data-raw', 'data-urlencode', 'json'))
  const isQuery = of('get').length > 0
  const url = withScheme(address.value)
  const method = of('method').at(-1)?.value
  return {
    status: 'call',
    request: {
      method: method?.toUpperCase() ?? (data === undefined || isQuery ? 'GET' : 'POST'),
      url: isQuery && data !== undefined ? withQuery(url, data) : url,
      headers: headersOf(given, !isQuery && data !== undefined),
      body: isQuery ? undefined : data,
    },
  }
}

function obstacleIn(given: readonly GivenOption[]): string | undefined {
  for (const { effect, word, value } of given) {
    if (effect === 'not-sendable')
      return `"${word}" sends a file or a form in several parts, and Marketo sends one text`
    const isFile =
      (/^(?:data|json)$/.test(effect) && value.startsWith('@')) ||
      (effect === 'data-urlencode' && /^[^=]*@/.test(value) && !value.startsWith('='))
    if (isFile)
      return `the body stands in a file (${word} ${value}): write its text into the line instead`
  }
  return undefined
}

/** Data of several options is joined as a form is; that of `--json` without anything between. */
function dataOf(options: readonly GivenOption[]): string | undefined {
  return options.reduce<string | undefined>((data, { effect, value }) => {
    const part = effect === 'data-urlencode' ? urlEncoded(value) : value
    if (data === undefined) return part
    return effect === 'json' ? data + part : `${data}&${part}`
  }, undefined)
}

function urlEncoded(value: string): string {
  const equals = value.indexOf('=')
  if (equals === -1) return escaped(value)
  const name = value.slice(0, equals)
  const content = escaped(value.slice(equals + 1))
  return name === '' ? content : `${name}=${content}`
}

function escaped(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Half a character of two units, which no UTF-8 text can hold, becomes U+FFFD. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

function headersOf(given: readonly GivenOption[], hasBody: boolean): readonly Header[] {
  const typed = given.flatMap((option) => headerOf(option))
  const own = typed.filter(({ value }) => value !== undefined)
  const isSet = (name: string): boolean =>
    typed.some((header) => header.name.toLowerCase() === name.toLowerCase())
  const isJson = given.some(({ effect }) => effect === 'json')
  const added: Header[] = []
  if (hasBody && !isSet('Content-Type'))
    added.push(['Content-Type', isJson ? 'application/json' : 'application/x-www-form-urlencoded'])
  if (isJson && !isSet('Accept')) added.push(['Accept', 'application/json'])
  return [...own.map(({ name, value = '' }): Header => [name, value]), ...added]
}

interface TypedHeader {
  readonly name: string
  /** Undefined for `Name:`, which takes a header away. */
  readonly value: string | undefined
}

function headerOf({ effect, value }: GivenOption): readonly TypedHeader[] {
  switch (effect) {
    case 'header':
      return typedHeader(value)
    case 'user':
      return [{ name: 'Authorization', value: `Basic ${base64(value)}` }]
    case 'bearer':
      return [{ name: 'Authorization', value: `Bearer ${value}` }]
    case 'user-agent':
      return [{ name: 'User-Agent', value: value === '' ? undefined : value }]
    case 'referer':
      return [{ name: 'Referer', value }]
    case 'cookie':
      return [{ name: 'Cookie', value }]
    default:
      return []
  }
}

/** `Name;` is a header without a value. */
function typedHeader(text: string): readonly TypedHeader[] {
  const colon = text.indexOf(':')
  if (colon === -1) return text.endsWith(';') ? [{ name: text.slice(0, -1), value: '' }] : []
  const value = text.slice(colon + 1).replace(/^[ \t]+/, '')
  return [{ name: text.slice(0, colon), value: value === '' ? undefined : value }]
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`
}

function withQuery(url: string, data: string): string {
  const [base = '', ...fragment] = url.split('#')
  const joined = `${base}${base.includes('?') ? '&' : '?'}${data}`
  return [joined, ...fragment].join('#')
}
