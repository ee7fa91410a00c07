import { expect, test } from 'vitest'
import { plantedDefinitions } from '../../bench/support/planted-cases.mjs'
import { plantedFiles } from '../../bench/support/planted-project.mjs'
import { lintWorkspace } from '../../src/lint/lint-workspace.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'

/** What the linter says of a planted definition. */
function findingsOf(...planted: Parameters<typeof plantedFiles>): readonly string[] {
  const files = plantedFiles(...planted)
  const folders: Readonly<Record<string, readonly string[]>> = {
    programs: ['planted/', 'project.yaml'],
    'programs/planted': ['program.yaml'],
  }
  const list = (folder: string): readonly string[] => folders[folder] ?? []
  const workspace = loadWorkspace(
    { readText: (path) => files[path], list },
    'programs/project.yaml',
  )
  return lintWorkspace(workspace).map(({ rule, message }) => `${rule}: ${message}`)
}

test.each(plantedDefinitions())('the clean twin of $id is not accused', (planted) => {
  expect(findingsOf(planted, planted.clean)).toEqual([])
})
