import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Folders whose every file must be listed, with the file that lists them. */
const REGISTRIES: readonly (readonly [folder: string, list: string])[] = [
  ['src/lint/rules', 'src/lint/rules.ts'],
  ['src/contract/checks', 'src/contract/checks.ts'],
  ['src/contract/value-classes', 'src/contract/value-classes.ts'],
  ['src/report/formats', 'src/report/formats.ts'],
  ['src/marketo/tokens/kinds', 'src/marketo/tokens/token-kinds.ts'],
  ['src/campaign/step-acts', 'src/campaign/step-acts.ts'],
  ['src/import/inputs', 'src/import/inputs.ts'],
  ['src/cli/commands', 'src/cli/commands.ts'],
  ['src/browser/page/features', 'src/browser/page/features.ts'],
]

test.each(REGISTRIES)('every file of %s is listed in %s', (folder, list) => {
  const listed = readFileSync(list, 'utf8')
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((name) => !listed.includes(`/${name}'`))).toEqual([])
})

test.each(REGISTRIES)('%s has no folder that the list could not see', (folder) => {
  const nested = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(nested.map((entry) => join(folder, entry.name))).toEqual([])
})
