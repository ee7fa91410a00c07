import { expect, test } from 'vitest'
import { maskRequest } from '../../src/emulate/mask-request.ts'

function masked(url: string, name = 'X-Name', value = 'x'): string {
  const request = maskRequest({ method: 'GET', url, headers: [[name, value]], body: undefined })
  return `${request.url} ${request.headers[0]?.join(': ') ?? ''}`
}

test.each([
  ['Authorization', 'Bearer k3y', '…'],
  ['Authorization', 'Bearer $CRM_SYNC_KEY', 'Bearer $CRM_SYNC_KEY'],
  ['Authorization', 'Token token="$CRM_KEY"', 'Token token="$CRM_KEY"'],
  ['Authorization', 'p$SSWORD', '…'],
  ['Authorization', 'Bearer k3y$A', '…'],
  ['x-api-key', '$KEY', '$KEY'],
  ['x-api-key', 'k$ey', '…'],
  ['X-Region', 'EMEA', 'EMEA'],
])('the header %s: %s is shown as %s', (name, value, shown) => {
  expect(masked('https://a.example.com/', name, value)).toBe(
    `https://a.example.com/ ${name}: ${shown}`,
  )
})

test.each([
  ['https://sid:token@api.example.com/x', 'https://…@api.example.com/x'],
  ['https://a@b.example.com:token@api.example.com/x', 'https://…@api.example.com/x'],
  ['https://api.example.com/a@b', 'https://api.example.com/a@b'],
  [
    'https://api.example.com/?mail=a@b.example.com',
    'https://api.example.com/?mail=a@b.example.com',
  ],
  ['https://api.example.com/?a=1&api_key=k3y&b=2', 'https://api.example.com/?a=1&api_key=…&b=2'],
  ['https://api.example.com/?api_key=', 'https://api.example.com/?api_key='],
  ['https://api.example.com/?keyword=a', 'https://api.example.com/?keyword=a'],
])('the URL %s is shown as %s', (url, shown) => {
  expect(masked(url)).toBe(`${shown} X-Name: x`)
})
