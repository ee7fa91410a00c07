import { expect, test } from 'vitest'
import { destinationOf, refusedAddress, type CallPolicy } from '../../src/emulate/may-call.ts'

const POLICY: CallPolicy = {
  allowedHosts: ['crm.example.com', 'only.example.com:8443', '203.0.112.9', 'bücher.example'],
  privateHosts: ['crm.internal', '10.0.0.5', '[fd00::5]', '169.254.1.1'],
}

/** What becomes of a call when the host has these addresses; of an address, that one. */
function verdict(url: string, addresses: readonly string[] = []): string {
  const destination = destinationOf(url, POLICY)
  if (destination === undefined) return 'no URL'
  if (destination.status === 'refused') return 'not allowed'
  const looked = destination.isAddress ? [destination.host] : addresses
  return refusedAddress(destination, looked) === undefined ? 'called' : 'address refused'
}

test.each([
  'http://127.0.0.1:8080/x',
  'http://127.9.9.9/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0x7f.1/',
  'http://[::1]:1/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://１２７.0.0.1/',
])('loopback may be called, however it is written: %s', (url) => {
  expect(verdict(url)).toBe('called')
})

test.each([
  ['http://localhost/', ['127.0.0.1', '::1'], 'called'],
  ['http://LOCALHOST:8080/', ['127.0.0.1'], 'called'],
  ['http://localhost./', ['127.0.0.1'], 'called'],
  ['http://app.localhost/', ['::1'], 'called'],
  ['http://localhost/', ['10.0.0.1'], 'address refused'],
  ['http://localhost/', ['127.0.0.1', '8.8.8.8'], 'address refused'],
  ['http://localhost/', ['0.0.0.0'], 'address refused'],
  ['http://localhost.example.com/', ['127.0.0.1'], 'not allowed'],
  ['http://notlocalhost/', ['127.0.0.1'], 'not allowed'],
])('%s at %j: %s', (url, addresses, expected) => {
  expect(verdict(url, addresses)).toBe(expected)
})

test.each([
  ['https://crm.example.com/', 'called'],
  ['https://CRM.example.com./x', 'called'],
  ['https://crm.example.com:8443/', 'called'],
  ['https://user@crm.example.com/', 'called'],
  ['https://only.example.com:8443/', 'called'],
  ['https://only.example.com/', 'not allowed'],
  ['https://xn--bcher-kva.example/', 'called'],
  ['https://203.0.112.9/', 'called'],
  ['https://203.0.112.10/', 'not allowed'],
  ['https://sub.crm.example.com/', 'not allowed'],
  ['https://crm.example.com.evil.example/', 'not allowed'],
  ['https://crm.example.com@evil.example/', 'not allowed'],
  ['https://evil.example/crm.example.com', 'not allowed'],
  ['https://127.0.0.1.example.com/', 'not allowed'],
  ['ftp://127.0.0.1/', 'no URL'],
  ['file:///etc/passwd', 'no URL'],
  ['crm.example.com', 'no URL'],
  ['', 'no URL'],
])('%s, at a public address: %s', (url, expected) => {
  expect(verdict(url, ['93.184.215.14'])).toBe(expected)
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '169.254.169.254',
  '169.254.0.1',
  '0.0.0.0',
  '0.1.2.3',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::10.0.0.1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::a9fe:a9fe',
  '2002:a00:1::',
  '2001::1',
  '2001:db8::1',
  'fc00::1',
  'fd00:ec2::254',
  'fd20:ce::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'nonsense',
])('an allowed host is not called at %s', (address) => {
  expect(verdict('https://crm.example.com/', [address])).toBe('address refused')
  expect(verdict('https://crm.example.com/', ['93.184.215.14', address])).toBe('address refused')
})

test.each(['93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:4700::1', '64:ff9b::8.8.8.8'])(
  'an allowed host is called at %s',
  (address) => {
    expect(verdict('https://crm.example.com/', [address])).toBe('called')
  },
)

test.each([
  ['https://crm.internal/', ['10.1.2.3'], 'called'],
  ['https://crm.internal/', ['fd12::1', '192.168.3.4'], 'called'],
  ['https://crm.internal/', ['100.64.0.1'], 'called'],
  ['https://crm.internal/', ['127.0.0.1'], 'called'],
  ['https://crm.internal/', ['93.184.215.14'], 'called'],
  ['https://crm.internal/', ['169.254.169.254'], 'address refused'],
  ['https://crm.internal/', ['::ffff:169.254.169.254'], 'address refused'],
  ['https://crm.internal/', ['fd00:ec2::254'], 'address refused'],
  ['https://crm.internal/', ['100.100.100.200'], 'address refused'],
  ['https://crm.internal/', ['0.0.0.0'], 'address refused'],
  ['http://10.0.0.5/', [], 'called'],
  ['http://167772165/', [], 'called'],
  ['http://10.0.0.6/', [], 'not allowed'],
  ['http://[fd00::5]/', [], 'called'],
  ['http://169.254.1.1/', [], 'address refused'],
  ['http://169.254.169.254/', [], 'not allowed'],
  ['http://2852039166/', [], 'not allowed'],
  ['http://[::ffff:a9fe:a9fe]/', [], 'not allowed'],
  ['http://0/', [], 'not allowed'],
])('a host of the own network, %s at %j: %s', (url, addresses, expected) => {
  expect(verdict(url, addresses)).toBe(expected)
})

test.each([
  ['https://staging.example.com/', 'allowHosts: [staging.example.com]'],
  ['http://10.0.0.6/', 'allowPrivateHosts: [10.0.0.6]'],
  ['http://[fd00::6]/', 'allowPrivateHosts: ["[fd00::6]"]'],
  ['http://169.254.169.254/', 'it is a link-local address'],
])('a refusal of %s says what to do: %s', (url, words) => {
  const destination = destinationOf(url, POLICY)
  expect(destination).toMatchObject({ status: 'refused', reason: expect.stringContaining(words) })
})

test('an allowed host that turns out to be private is told apart from a forbidden one', () => {
  const destination = destinationOf('https://crm.example.com/', POLICY)
  if (destination?.status !== 'named') throw new Error('refused')
  expect(refusedAddress(destination, ['10.1.2.3'])).toBe(
    'it leads to 10.1.2.3, a private address; if it is a host of your own network, move it from "allowHosts" to "allowPrivateHosts"',
  )
  expect(refusedAddress(destination, ['169.254.169.254'])).toBe(
    'it leads to 169.254.169.254, a link-local address',
  )
})
