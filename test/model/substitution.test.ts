import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanWithin, type LocatedText } from '../../src/base/located-text.ts'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { nodeAt } from '../../src/model/layers/merge-nodes.ts'
import { substitute, type VariableLookup } from '../../src/model/substitute.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import type { SourceNode } from '../../src/source/source-node.ts'
import { NAUGHTY_STRINGS } from '../support/naughty-strings.ts'

const PATH = 'program.yaml'

interface SubstitutedDocument {
  readonly root: SourceNode
  readonly findings: readonly Diagnostic[]
}

function substitutedDocument(
  source: string,
  vars: Readonly<Record<string, string>>,
): SubstitutedDocument {
  const { root } = parseYaml({ path: PATH, text: source })
  if (root === undefined) throw new Error('no document')
  const findings: Diagnostic[] = []
  const lookup: VariableLookup = (name) => {
    const text = vars[name]
    return text === undefined ? undefined : { status: 'set', text }
  }
  const report = (diagnostic: Diagnostic): void => void findings.push(diagnostic)
  const substitution = { lookup, names: Object.keys(vars), mayHoldSecret: false }
  return { root: substitute(root, substitution, { report }), findings }
}

interface Substituted {
  readonly text: LocatedText
  readonly findings: readonly Diagnostic[]
}

/** The value of the key `value` of a document, with `vars` substituted. */
function substituted(source: string, vars: Readonly<Record<string, string>>): Substituted {
  const { root, findings } = substitutedDocument(source, vars)
  const value = nodeAt(root, ['value'])
  if (value?.kind !== 'scalar') throw new Error('no scalar')
  return { text: value.text, findings }
}

/** The source that a stretch of the value was written as. */
function written(source: string, text: LocatedText, stretch: string): string {
  const start = text.value.indexOf(stretch)
  const span = spanWithin(text, start, start + stretch.length)
  return source.slice(span.start, span.end)
}

test('what stands around a variable keeps its place', () => {
  const source = 'value: "https://${host}/v1/{{lead.Id}}"\n'
  const { text } = substituted(source, { host: 'crm.example.com' })
  expect(text.value).toBe('https://crm.example.com/v1/{{lead.Id}}')
  expect(written(source, text, 'https://')).toBe('https://')
  expect(written(source, text, '{{lead.Id}}')).toBe('{{lead.Id}}')
})

test('any part of a substituted value points at the whole reference', () => {
  const source = 'value: "https://${host}/v1"\n'
  const { text } = substituted(source, { host: 'crm.example.com' })
  expect(written(source, text, 'example')).toBe('${host}')
})

test('a block text keeps the places of its later lines', () => {
  const source = 'value: |\n  first ${host}\n  second {{lead.Id}} ${host}\n'
  const { text } = substituted(source, { host: 'a-much-longer-host.example.com' })
  expect(written(source, text, '{{lead.Id}}')).toBe('{{lead.Id}}')
})

test('an empty value leaves nothing behind', () => {
  const { text } = substituted('value: "a${none}b"\n', { none: '' })
  expect(text.value).toBe('ab')
  expect(text.pieces.at(-1)?.end).toBe(2)
})

test('a value is not substituted a second time', () => {
  const { text, findings } = substituted('value: "${a}"\n', { a: '${b}', b: 'x' })
  expect(text.value).toBe('${b}')
  expect(findings).toEqual([])
})

test('tokens of Marketo are never touched', () => {
  const { text, findings } = substituted('value: "{{my.host}} {{lead.Id:default=$0}}"\n', {})
  expect(text.value).toBe('{{my.host}} {{lead.Id:default=$0}}')
  expect(findings).toEqual([])
})

test('the secret stays in the format of a secret header', () => {
  const source = 'value: {secret: key, format: "Bearer ${secret} ${host}"}\n'
  const { root, findings } = substitutedDocument(source, { host: 'gateway' })
  const format = nodeAt(root, ['value', 'format'])
  expect(format?.kind === 'scalar' && format.text.value).toBe('Bearer ${secret} gateway')
  expect(findings).toEqual([])
})

test('the secret is refused everywhere else', () => {
  const [finding] = substituted('value: "Bearer ${secret}"\n', { secrets: 'x' }).findings
  expect(finding?.rule).toBe('known-variable')
  expect(finding?.help).toContain('format')
})

test('an unknown variable is pointed at alone, with the nearest name', () => {
  const source = 'value: "https://${crmHots}/v1"\n'
  const [finding] = substituted(source, { crmHost: 'x' }).findings
  expect(source.slice(finding?.at.start, finding?.at.end)).toBe('${crmHots}')
  expect(finding?.help).toBe('did you mean "${crmHost}"?')
})

test('the pieces of every substituted text are gapless', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAUGHTY_STRINGS), (value) => {
      const { text } = substituted('value: "a ${v} b ${v}c"\n', { v: value })
      expect(text.value).toBe(`a ${value} b ${value}c`)
      let end = 0
      for (const piece of text.pieces) {
        expect(piece.start).toBe(end)
        end = piece.end
      }
      expect(end).toBe(text.value.length)
    }),
  )
})
