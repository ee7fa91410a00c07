import { expect, test } from 'vitest'
import { encodingsOf } from '../support/encodings-of.ts'
import { leaksIn } from '../support/leaks-in.ts'

const MARKER = `Zq7"ö\\K3y/+=9 <x>&'`

function found(text: string): boolean {
  return leaksIn([{ name: 'output', text }], { marker: MARKER }).length > 0
}

test.each([
  ['raw', `before ${MARKER} after`],
  ['in other cases', MARKER.toUpperCase()],
  ['in JSON', JSON.stringify({ a: MARKER })],
  ['in JSON within JSON', JSON.stringify(JSON.stringify({ a: MARKER }))],
  [
    'as \\u escapes',
    [...MARKER].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  ],
  ['in a URL', new URL(`http://x/?${encodeURIComponent(MARKER)}`).href],
  ['in a form', new URLSearchParams({ a: MARKER }).toString()],
  [
    'in a form in small letters',
    new URLSearchParams({ a: MARKER })
      .toString()
      .toLowerCase()
      .replace('zq7', 'Zq7')
      .replace('k3y', 'K3y'),
  ],
  ['in base64', Buffer.from(MARKER).toString('base64')],
  ['in base64 after one byte', Buffer.from(`a${MARKER}b`).toString('base64')],
  ['in base64 after two bytes', Buffer.from(`ab${MARKER}cd`).toString('base64url')],
  ['as a user in base64', Buffer.from(`${MARKER}:pw`).toString('base64')],
  ['as a password in base64', Buffer.from(`user:${MARKER}`).toString('base64')],
  ['in hex', Buffer.from(MARKER).toString('hex')],
  ['in HTML', 'Zq7&quot;ö\\K3y/+=9 &lt;x&gt;&amp;&#39;'],
  ['in XML', 'Zq7&quot;ö\\K3y/+=9 &lt;x&gt;&amp;&apos;'],
  ['backwards', [...MARKER].toReversed().join('')],
  ['in colour', `Zq7"\u001b[31mö\\K3y/\u001b[39m+=9 <x>&'`],
])('a marker is found %s', (_name, text) => {
  expect(found(text)).toBe(true)
})

test.each([
  ['nothing of it', 'a page about keys'],
  ['a part of it', MARKER.slice(0, 6)],
  ['another text in base64', Buffer.from('Zq7 another text').toString('base64')],
])('no marker is found in %s', (_name, text) => {
  expect(found(text)).toBe(false)
})

test('no spelling is so short that it stands somewhere by chance', () => {
  expect(encodingsOf(MARKER).every(({ text }) => text.length >= 12)).toBe(true)
  expect(encodingsOf(MARKER).length).toBeGreaterThan(30)
})
