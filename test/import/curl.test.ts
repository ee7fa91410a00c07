import { expect, test } from 'vitest'
import type { HttpRequest } from '../../src/emulate/call.ts'
import { curl } from '../../src/import/inputs/curl.ts'

function read(line: string): HttpRequest & { readonly told: readonly string[] } {
  const reading = curl.read(line, {})
  if (reading.status === 'unreadable') throw new Error(reading.reason)
  const [call] = reading.calls
  if (call === undefined) throw new Error('no call')
  return { ...call.request, told: call.told }
}

const FORM = ['Content-Type', 'application/x-www-form-urlencoded']

test.each([
  ['curl https://a.example/', { method: 'GET', body: undefined, headers: [] }],
  ['curl a.example', { url: 'http://a.example' }],
  ['curl --url https://a.example/x', { url: 'https://a.example/x' }],
  ['curl https://a.example/ -d a=b -d c=d', { method: 'POST', body: 'a=b&c=d', headers: [FORM] }],
  ['curl https://a.example/ -da=b', { body: 'a=b' }],
  ['curl -XPUT https://a.example/ -d x', { method: 'PUT' }],
  ['curl -sSLX delete https://a.example/', { method: 'DELETE' }],
  ["curl https://a.example/ --data-raw '@x'", { body: '@x' }],
  ["curl https://a.example/ --data-urlencode 'n=a b&c(d)'", { body: 'n=a%20b%26c%28d%29' }],
  ["curl https://a.example/ --data-urlencode 'a b'", { body: 'a%20b' }],
  ["curl https://a.example/ --data-urlencode '=a=b'", { body: 'a%3Db' }],
  ['curl -G https://a.example/?x=1 -d a=b', { method: 'GET', url: 'https://a.example/?x=1&a=b' }],
  [
    `curl https://a.example/ --json '{"a":' --json '1}'`,
    {
      body: '{"a":1}',
      headers: [
        ['Content-Type', 'application/json'],
        ['Accept', 'application/json'],
      ],
    },
  ],
  ['curl -u me:pw https://a.example/', { headers: [['Authorization', 'Basic bWU6cHc=']] }],
  ['curl --oauth2-bearer t https://a.example/', { headers: [['Authorization', 'Bearer t']] }],
  [
    "curl -H 'X-A:' -H 'X-B;' -H 'X-C:  c' https://a.example/",
    {
      headers: [
        ['X-B', ''],
        ['X-C', 'c'],
      ],
    },
  ],
  ["curl -H 'Content-Type:' -d x https://a.example/", { headers: [], body: 'x' }],
  [
    'curl -A agent -e https://r.example/ https://a.example/',
    {
      headers: [
        ['User-Agent', 'agent'],
        ['Referer', 'https://r.example/'],
      ],
    },
  ],
  ['$ curl https://a.example/ -o out.json -w %{http_code}', { url: 'https://a.example/' }],
])('%s is what curl sends', (line, expected) => {
  expect(read(line)).toMatchObject(expected)
})

test.each([
  ['curl https://a.example/ -d @lead.json', 'stands in a file'],
  ['curl https://a.example/ --data-urlencode n@file', 'stands in a file'],
  ['curl https://a.example/ -F a=b', 'several parts'],
  ['curl -d x', 'no address'],
  ['curl https://a.example/ https://b.example/', 'more than one address'],
  ['curl https://a.example/?a=1&b=2', 'put the address in quotes'],
  ['curl "https://a.example/', 'does not end'],
  ['curl ^"https://a.example/^"', 'Copy as cURL (bash)'],
])('%s is refused with its reason', (line, reason) => {
  const reading = curl.read(line, {})
  expect(reading.status === 'unreadable' ? reading.reason : '').toContain(reason)
})

test('an unknown option is told, and so is what comes after the command', () => {
  expect(read('curl https://a.example/ --frobnicate | jq .').told).toEqual([
    'What comes after the command (behind the |) is left out.',
    'The option --frobnicate is not known here and left out; look whether it changes the request.',
  ])
})

test('what a browser adds is left out and told, what was typed stays', () => {
  const { headers, told } = read(
    "curl https://a.example/ -H 'sec-ch-ua: x' -H 'Accept: application/json' -H 'Host: b'",
  )
  expect(headers).toEqual([['Accept', 'application/json']])
  expect(told).toEqual([
    'Headers that the connection or the client adds are left out: sec-ch-ua, Host.',
  ])
})
