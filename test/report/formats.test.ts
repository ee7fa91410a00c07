import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { FORMAT_NAMES } from '../../src/report/format-names.ts'
import { FORMATS } from '../../src/report/formats.ts'
import { expectFile } from '../support/expected-file.ts'
import { CLEAN, SAMPLE, SHARD } from './sample-report.ts'

const NAMES = FORMATS.map(({ name }) => name)

/** The page is looked at in a browser. */
const TEXTS = NAMES.filter((name) => name !== 'html')

async function write(name: string, report = SAMPLE, isColored = false): Promise<string> {
  const format = FORMATS.find((candidate) => candidate.name === name)
  if (format === undefined) throw new Error(name)
  return format.write(report, { isColored, hasCoverage: true })
}

test('every form can be named before it is loaded', () => {
  expect(FORMAT_NAMES).toEqual(NAMES)
})

test.each(TEXTS)('%s writes a report with everything in it', async (name) => {
  expectFile(`test/report/expected/everything.${name}.txt`, await write(name))
})

test.each(TEXTS)('%s writes a clean report', async (name) => {
  expectFile(`test/report/expected/clean.${name}.txt`, await write(name, CLEAN))
})

test('json of a shard holds what puts it together again', async () => {
  expectFile('test/report/expected/shard.json.txt', await write('json', SHARD))
})

test.each(NAMES)('nothing in a report by %s is obeyed by a terminal', async (name) => {
  expect((await write(name)).replaceAll('\n', '').replaceAll('\u200b', '')).not.toMatch(
    /[\p{Cc}\p{Cf}\p{Zl}]/u,
  )
})

test('colour is only where it is asked for', async () => {
  expect(await write('pretty', SAMPLE, true)).toContain('\u001b[31m')
  expect(await write('pretty')).not.toContain('\u001b')
})

test('hostile texts begin no workflow command', async () => {
  const commands = (await write('github')).split('\n').filter((line) => line.startsWith('::'))
  expect(commands.map((line) => line.slice(0, line.indexOf(' ')))).toEqual([
    '::error',
    '::warning',
    '::notice',
  ])
  expect((await write('github')).match(/(?<!^)::(?:error|warning)/m)).toBeNull()
})

test('at most ten annotations of a severity', async () => {
  const [first] = SAMPLE.diagnostics
  if (first === undefined) throw new Error('no finding')
  const many = Array.from({ length: 25 }, (_, index) => ({ ...first, message: `finding ${index}` }))
  const lines = (await write('github', { ...SAMPLE, diagnostics: many })).split('\n')
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
  expect(lines).toContain('and 15 more of severity error; see the log')
})

test.each([SAMPLE, CLEAN])('JUnit is well-formed XML', async (report) => {
  const names: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.write(await write('junit', report)).close()
  expect(names[0]).toBe('testsuites')
  expect(names).toContain('testcase')
})

test.each([SAMPLE, SHARD, CLEAN])('JSON follows its published schema', async (report) => {
  const schema: object = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'))
  const validate = new Ajv({ strict: false }).compile(schema)
  validate(JSON.parse(await write('json', report)))
  expect(validate.errors ?? []).toEqual([])
})

test.each([SAMPLE, CLEAN])('CTRF follows its published schema', async (report) => {
  const schema: object = JSON.parse(readFileSync('fixtures/ctrf/ctrf.schema.json', 'utf8'))
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  const document = JSON.parse(await write('ctrf', report))
  validate(document)
  expect(validate.errors ?? []).toEqual([])
  const { tests, summary } = document.results
  expect(tests).toHaveLength(summary.tests)
  expect(summary.passed + summary.failed + summary.other).toBe(summary.tests)
})

test('SARIF has what code scanning needs', async () => {
  const log = JSON.parse(await write('sarif'))
  const [run] = log.runs
  expect(log.version).toBe('2.1.0')
  expect(run.columnKind).toBe('utf16CodeUnits')
  for (const result of run.results) {
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(result.locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
    expect(Object.keys(result.partialFingerprints)).toHaveLength(1)
  }
})

test('what is suppressed fails nothing, in any form, and people are told how much it is', async () => {
  const [finding] = SAMPLE.diagnostics
  if (finding === undefined) throw new Error('no finding')
  const report = {
    ...CLEAN,
    suppressed: [
      { diagnostic: finding, kind: 'inSource' as const, reason: 'it is so' },
      { diagnostic: finding, kind: 'external' as const },
    ],
  }
  const words = '1 finding suppressed, 1 in the baseline'
  for (const name of ['pretty', 'github', 'markdown', 'html']) {
    expect(await write(name, report)).toContain(words)
  }
  expect(await write('compact', report)).toBe('')
  expect(JSON.parse(await write('sarif', report)).runs[0].results).toEqual([])
  expect(JSON.parse(await write('ctrf', report)).results.summary).toMatchObject({ skipped: 2 })
  expect(await write('junit', report)).toContain('failures="0" skipped="2"')
})
