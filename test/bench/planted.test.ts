import { expect, test } from 'vitest'
import { plantedDefinitions } from '../../bench/support/planted-cases.mjs'
import { plantedFiles } from '../../bench/support/planted-project.mjs'
import { loadWorkspace } from '../../src/model/load-workspace.ts'

const PLANTED = plantedDefinitions()

test('at least forty defects are planted, each said in a sentence', () => {
  expect(PLANTED.length).toBeGreaterThanOrEqual(40)
  expect(PLANTED.filter(({ defect }) => !/^[A-Z].+\.$/.test(defect))).toEqual([])
})

test.each(PLANTED)('$id is a definition, and so is its clean twin', (planted) => {
  for (const webhook of [planted.broken, planted.clean]) {
    const files = plantedFiles(planted, webhook)
    const { diagnostics, programs } = loadWorkspace(
      {
        readText: (path) => files[path],
        list: (folder) =>
          ({ programs: ['planted/', 'project.yaml'], 'programs/planted': ['program.yaml'] })[
            folder
          ] ?? [],
      },
      'programs/project.yaml',
    )
    expect(diagnostics.map(({ message }) => message)).toEqual([])
    expect(programs.map(({ id }) => id)).toEqual(['planted'])
  }
  expect(planted.clean).not.toBe(planted.broken)
})
