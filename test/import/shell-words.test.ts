import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { curlLine } from '../../src/emulate/curl-line.ts'
import { buildCall } from '../../src/import/curl/build-call.ts'
import { shellWords } from '../../src/import/curl/shell-words.ts'
import { splitOptions } from '../../src/import/curl/split-options.ts'

function words(text: string): readonly string[] {
  const split = shellWords(text)
  return split.status === 'words' ? split.words : []
}

/** What bash hands to a command. */
function bashWords(text: string): readonly string[] {
  const line = text.replace(/^curl/, 'printf %s\\\\0')
  return execFileSync('bash', ['--norc', '-c', line], { env: { LC_ALL: 'C.UTF-8' } })
    .toString('utf8')
    .split('\0')
    .slice(0, -1)
}

test.each([
  `curl a 'b c' "d e" f\\ g`,
  `curl 'it'\\''s' "a \\"b\\" \\\\ \\n c"`,
  `curl -X POST \\\n  https://a.example/x#frag \\\n -H 'A: b'`,
  `curl $'a\\n\\t\\\\\\'b' $'\\302\\240' $'\\u00e9\\x41' $'\\U0001F600'`,
  `curl 'line one\nline two' "x\\\ny"`,
  `curl a#b --data c#d # and a remark`,
  `curl '' ""`,
  `curl {{lead.Id}} a=b`,
])('words are those of bash: %s', (text) => {
  expect(words(text).slice(1)).toEqual(bashWords(text))
})

test('variables stay what they are called', () => {
  expect(words('curl "Bearer $TOKEN" ${KEY}x \'$NOT\'')).toEqual([
    'curl',
    'Bearer $TOKEN',
    '$KEYx',
    '$NOT',
  ])
})

test.each([
  ["curl 'abc", "'"],
  ['curl "abc', '"'],
  ["curl $'abc", "$'"],
])('a quote that does not end is told: %s', (text, quote) => {
  expect(shellWords(text)).toEqual({ status: 'open', quote })
})

test.each(['|', '&', ';', '>'])('the command ends at %s', (operator) => {
  expect(shellWords(`curl a ${operator} b`)).toMatchObject({
    words: ['curl', 'a'],
    endedBy: operator,
  })
})

test('our own curl lines are read back letter by letter', () => {
  const value = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'))
  const body = value.map((text) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
  )
  fc.assert(
    fc.property(fc.option(body, { nil: undefined }), (text) => {
      const request = {
        method: 'POST',
        url: 'https://crm.example.com/a?b=[c]&d=e',
        headers: [['X-A', `it's "b"`] as const, ['Content-Type', 'text/plain'] as const],
        body: text,
      }
      const { given, unknown } = splitOptions(words(curlLine(request)).slice(1))
      expect(unknown).toEqual([])
      expect(buildCall(given)).toEqual({ status: 'call', request })
    }),
  )
})
