import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packScript } from '../../src/site/pack-script.ts'

test('what was packed is unpacked by whoever reads that form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 5_000 }), (text) => {
      const packed = Buffer.from(packScript(text), 'base64')
      expect(inflateRawSync(packed).toString('utf8')).toBe(text)
    }),
    { seed: 5, numRuns: 50 },
  )
})

test('the bytes are those of the packer, on any Node', () => {
  expect(packScript('let a = 1; let b = 1; let c = 1')).toBe('y0ktUUhUsFUwtFYAMZMQzGQQEwA=')
})
