/** What an option of curl does to the request. */
export type CurlEffect =
  | 'method'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-urlencode'
  | 'json'
  | 'user'
  | 'url'
  | 'user-agent'
  | 'referer'
  | 'cookie'
  | 'bearer'
  | 'get'
  /** Nothing that an endpoint sees, or nothing that Marketo could do otherwise. */
  | 'none'
  /** A form in several parts, or a file: Marketo sends one text. */
  | 'not-sendable'

export interface CurlOption {
  readonly takesValue: boolean
  readonly effect: CurlEffect
}

const value = (effect: CurlEffect): CurlOption => ({ takesValue: true, effect })
const flag = (effect: CurlEffect): CurlOption => ({ takesValue: false, effect })
const QUIET = flag('none')
const IGNORED = value('none')

/** Table: options of curl by their long names. Source: the manual of curl, curl(1). */
export const CURL_OPTIONS: ReadonlyMap<string, CurlOption> = new Map([
  ['request', value('method')],
  ['header', value('header')],
  ['data', value('data')],
  ['data-ascii', value('data')],
  ['data-binary', value('data')],
  ['data-raw', value('data-raw')],
  ['data-urlencode', value('data-urlencode')],
  ['json', value('json')],
  ['user', value('user')],
  ['url', value('url')],
  ['user-agent', value('user-agent')],
  ['referer', value('referer')],
  ['cookie', value('cookie')],
  ['oauth2-bearer', value('bearer')],
  ['get', flag('get')],
  ['form', value('not-sendable')],
  ['form-string', value('not-sendable')],
  ['upload-file', value('not-sendable')],
  ['basic', QUIET],
  ['compressed', QUIET],
  ['disable', QUIET],
  ['fail', QUIET],
  ['fail-with-body', QUIET],
  ['globoff', QUIET],
  ['http1.0', QUIET],
  ['http1.1', QUIET],
  ['http2', QUIET],
  ['include', QUIET],
  ['insecure', QUIET],
  ['ipv4', QUIET],
  ['ipv6', QUIET],
  ['location', QUIET],
  ['no-buffer', QUIET],
  ['no-progress-meter', QUIET],
  ['path-as-is', QUIET],
  ['progress-bar', QUIET],
  ['remote-name', QUIET],
  ['show-error', QUIET],
  ['silent', QUIET],
  ['tlsv1.2', QUIET],
  ['tlsv1.3', QUIET],
  ['verbose', QUIET],
  ['cacert', IGNORED],
  ['connect-timeout', IGNORED],
  ['cookie-jar', IGNORED],
  ['dump-header', IGNORED],
  ['max-redirs', IGNORED],
  ['max-time', IGNORED],
  ['output', IGNORED],
  ['proxy', IGNORED],
  ['resolve', IGNORED],
  ['retry', IGNORED],
  ['retry-delay', IGNORED],
  ['trace-ascii', IGNORED],
  ['write-out', IGNORED],
])

/** Table: one letter for an option. Source: the same page. */
export const CURL_LETTERS: ReadonlyMap<string, string> = new Map([
  ['#', 'progress-bar'],
  ['0', 'http1.0'],
  ['4', 'ipv4'],
  ['6', 'ipv6'],
  ['A', 'user-agent'],
  ['D', 'dump-header'],
  ['F', 'form'],
  ['G', 'get'],
  ['H', 'header'],
  ['L', 'location'],
  ['N', 'no-buffer'],
  ['O', 'remote-name'],
  ['S', 'show-error'],
  ['T', 'upload-file'],
  ['X', 'request'],
  ['b', 'cookie'],
  ['c', 'cookie-jar'],
  ['d', 'data'],
  ['e', 'referer'],
  ['f', 'fail'],
  ['g', 'globoff'],
  ['i', 'include'],
  ['k', 'insecure'],
  ['m', 'max-time'],
  ['o', 'output'],
  ['q', 'disable'],
  ['s', 'silent'],
  ['u', 'user'],
  ['v', 'verbose'],
  ['w', 'write-out'],
  ['x', 'proxy'],
])
