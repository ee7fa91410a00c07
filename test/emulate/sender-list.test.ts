import { expect, test } from 'vitest'
import { readSenders } from '../../src/emulate/sender-list.ts'
import { OUTBOUND_ADDRESSES } from '../../src/marketo/outbound-addresses.ts'

function isListed(entries: readonly string[], address: string): boolean {
  const reading = readSenders(entries)
  if (reading.status === 'invalid') throw new Error(reading.entry)
  return reading.list.isListed(address)
}

test.each([
  ['192.0.2.7', '192.0.2.7', true],
  ['192.0.2.7', '192.0.2.8', false],
  ['192.0.2.0/24', '192.0.2.255', true],
  ['192.0.2.0/24', '192.0.3.0', false],
  ['192.0.2.0/24', '::ffff:192.0.2.9', true],
  ['2001:db8::/32', '2001:db8::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['fe80::1', 'fe80::1%eth0', true],
  ['0.0.0.0/0', '::1', false],
  ['192.0.2.0/24', 'no address', false],
])('of %s, %s is one: %s', (entry, address, isOne) => {
  expect(isListed([entry], address)).toBe(isOne)
})

test.each(['192.0.2.0/33', '192.0.2', 'example.com', '0xc0.0.2.1', '', '192.0.2.7/'])(
  '"%s" is neither an address nor a block',
  (entry) => {
    expect(readSenders(['192.0.2.7', entry])).toEqual({ status: 'invalid', entry })
  },
)

test('the published addresses of Marketo are a list, the single ones among it', () => {
  const entries = [...OUTBOUND_ADDRESSES.blocks, ...OUTBOUND_ADDRESSES.addresses]
  expect(isListed(entries, '192.28.160.1')).toBe(true)
  expect(isListed(entries, '54.237.141.197')).toBe(true)
  expect(isListed(entries, '54.237.141.198')).toBe(false)
})
