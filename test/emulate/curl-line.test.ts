import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HttpRequest } from '../../src/emulate/call.ts'
import { curlLine, maskedSecret } from '../../src/emulate/curl-line.ts'

const BASE: HttpRequest = {
  method: 'POST',
  url: 'https://crm.example.com/a',
  headers: [['Content-Type', 'text/plain']],
  body: 'x',
}

/** What a shell hands to curl. */
function words(request: Partial<HttpRequest>, locale = 'C.UTF-8'): readonly string[] {
  const line = curlLine({ ...BASE, ...request }).replace(/^curl/, 'printf %s\\\\0')
  return execFileSync('bash', ['--norc', '-c', line], { env: { LC_ALL: locale, CRM_KEY: 'k' } })
    .toString('utf8')
    .split('\0')
    .slice(0, -1)
}

test('a body that starts with @ is not taken for a file', () => {
  expect(words({ body: '@/etc/passwd' })).toContain('--data-raw')
  expect(words({ body: 'a@b' })).toContain('--data-binary')
})

test('curl is kept from calling an untyped body a form', () => {
  expect(words({ headers: [] })).toContain('Content-Type:')
  expect(words({ headers: [['content-type', 'text/plain']] })).not.toContain('Content-Type:')
  expect(words({ headers: [], body: undefined })).not.toContain('Content-Type:')
})

test.each([
  ['https://crm.example.com/?a=[1-3]', '--globoff', true],
  ['https://crm.example.com/?a=(1-3)', '--globoff', false],
  ['https://crm.example.com/a/../b', '--path-as-is', true],
  ['https://crm.example.com/a/..b', '--path-as-is', false],
])('the URL %s needs %s: %s', (url, option, isNeeded) => {
  const found = words({ url })
  expect(found.includes(option)).toBe(isNeeded)
  expect(found.at(-1)).toBe(url)
})

test('an empty header is sent, not left out', () => {
  expect(words({ headers: [['X-Empty', '']] })).toContain('X-Empty;')
})

test('a masked secret is filled in by the shell, round what stands beside it', () => {
  const format = `Token token="${maskedSecret('crm-key')}", v=1`
  expect(words({ headers: [['Authorization', format]] })).toContain(
    'Authorization: Token token="k", v=1',
  )
})

test.each([
  ['crm-sync-key', '$CRM_SYNC_KEY'],
  ['2nd-key', '$SECRET_2ND_KEY'],
])('the secret %s is shown as %s', (id, shown) => {
  expect(maskedSecret(id)).toBe(shown)
})

test('what is hidden or obeyed by a terminal is spelled, and means the same in every locale', () => {
  const body = 'a\u200b\u001b[31m\u202eb\u009b\tü😀'
  expect(curlLine({ ...BASE, body })).not.toMatch(/[\u0000-\u001f\u200b\u202e\u009b]/)
  for (const locale of ['C', 'C.UTF-8']) expect(words({ body }, locale)).toContain(body)
})

test('a shell gives curl the very same words, whatever they hold', () => {
  const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
      const body = `x${texts.join('$"`\\\'!*?~#;|&<>')}`
      const name = `X-${texts.length}`
      const value = body.replaceAll('$', '').trim()
      const found = words({ headers: [[name, value]], body })
      expect(found).toContain(body)
      expect(found).toContain(`${name}: ${value}`)
    }),
    { numRuns: 40 },
  )
})
