import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { orderDiagnostics } from '../../src/diagnostic/order-diagnostics.ts'
import { pretty } from '../../src/report/formats/pretty.ts'
import { expectFile } from '../support/expected-file.ts'
import { proveDesign, type ProvenDesign } from './prove-design.ts'

const FOLDER = 'test/guarantee/designs'
const NAMES = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'))

function prove(name: string, twin: 'wrong' | 'mended'): ProvenDesign {
  const schema = readFileSync(`${FOLDER}/response.schema.json`, 'utf8')
  const text = readFileSync(`${FOLDER}/${name}/${twin}.yaml`, 'utf8')
  return proveDesign(text, { 'p/response.schema.json': schema })
}

test('there are at least twenty wrong designs', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(20)
})

test.each(NAMES)('%s is refuted by a run that a person can read', async (name) => {
  const { workspace, results, findings } = prove(name, 'wrong')
  expect(results.map(({ status }) => status)).toEqual(['refuted'])
  const report = {
    toolVersion: '0',
    checked: [],
    diagnostics: orderDiagnostics(findings),
    results: [],
    files: workspace.files,
  }
  const text = await pretty.write(report, { isColored: false, hasCoverage: false })
  expectFile(`${FOLDER}/${name}/expected.txt`, text)
})

test.each(NAMES)('%s, mended, is proven', (name) => {
  const { results, findings } = prove(name, 'mended')
  expect(findings.map(({ message, effect }) => `${message}: ${effect ?? ''}`)).toEqual([])
  expect(results.map(({ status }) => status)).toEqual(['proven'])
})
