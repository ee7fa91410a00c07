import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOfPath, mergeMappings, nodeAt, removeAt } from '../../src/model/layers/merge-nodes.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { plainValue } from '../../src/source/print-yaml.ts'
import type { MappingNode } from '../../src/source/source-node.ts'

/** JSON is YAML: a map of two levels with keys of one letter behind a prefix. */
const layer = (prefix: string): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.dictionary(
      fc.constantFrom('d', 'e', 'f').map((key) => `${prefix}${key}`),
      fc.oneof(fc.integer(), fc.boolean(), fc.constant('text'), fc.constant([1, 2])),
    ),
  )

function mapping(value: unknown, path = 'layer.yaml'): MappingNode {
  const { root } = parseYaml({ path, text: JSON.stringify(value) })
  if (root?.kind !== 'mapping') throw new Error('not a map')
  return root
}

test('layers that set different things give the same whatever their order', () => {
  fc.assert(
    fc.property(layer('x'), layer('y'), layer('z'), (base, one, two) => {
      const [below, left, right] = [mapping(base), mapping(one), mapping(two)]
      const leftFirst = mergeMappings(mergeMappings(below, left), right)
      const rightFirst = mergeMappings(mergeMappings(below, right), left)
      expect(plainValue(leftFirst)).toEqual(plainValue(rightFirst))
    }),
  )
})

test('a layer laid over itself changes nothing', () => {
  fc.assert(
    fc.property(layer('x'), (value) => {
      const node = mapping(value)
      expect(mergeMappings(node, node)).toEqual(node)
    }),
  )
})

test('the stronger value comes with the place at which it was written', () => {
  const weak = mapping({ vars: { host: 'a.example.com', path: 'leads' } }, 'program.yaml')
  const strong = mapping({ vars: { host: 'b.example.com' } }, 'overlay.yaml')
  const merged = mergeMappings(weak, strong)
  expect(nodeAt(merged, ['vars', 'host'])?.at.file).toBe('overlay.yaml')
  expect(nodeAt(merged, ['vars', 'path'])?.at.file).toBe('program.yaml')
})

test('a list is replaced as a whole', () => {
  const merged = mergeMappings(mapping({ flow: [1, 2, 3] }), mapping({ flow: [4] }))
  expect(plainValue(merged)).toEqual({ flow: [4] })
})

test('a path reaches keys that hold dots', () => {
  const node = mapping({ mappings: { 'result.id': 'Id', 'result.id.old': 'Old', status: 'S' } })
  expect(keysOfPath(node, 'mappings.result.id')).toEqual(['mappings', 'result.id'])
  expect(keysOfPath(node, 'mappings.result.id.old')).toEqual(['mappings', 'result.id.old'])
  expect(keysOfPath(node, 'mappings.other.id')).toEqual(['mappings', 'other', 'id'])
})

test('a removed entry is gone and its neighbours stay', () => {
  const node = mapping({ headers: { 'X-Debug': '1', 'X-Source': 'Marketo' } })
  expect(plainValue(removeAt(node, ['headers', 'X-Debug']))).toEqual({
    headers: { 'X-Source': 'Marketo' },
  })
})
