import { expect, test } from 'vitest'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { CompiledProgram } from '../../src/compile/compiled-program.ts'
import { hiddenTexts } from '../../src/lint/hidden-texts.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { makePlayground, type Playground } from '../../src/site/playground-data.ts'
import { LEAD_VALUES, TYPED_SECRETS } from '../secrecy/markers.ts'
import { SOUND, TYPED } from '../secrecy/planted-project.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { leaksIn, type Written } from '../support/leaks-in.ts'
import { workspaceOf } from '../support/read-files.ts'

function compiledIn({ programs }: Workspace): readonly CompiledProgram[] {
  return programs.flatMap(({ deployments }) =>
    deployments.map(({ program }) => compileProgram(program)),
  )
}

function playgrounds(workspace: Workspace): readonly Playground[] {
  const sample = workspace.leads.find(({ name }) => name === 'plain')
  const hidden = hiddenTexts(workspace).texts
  return compiledIn(workspace).map((compiled) =>
    makePlayground({ compiled, sample, hidden, xmlScript: 'the parser of XML\n' }),
  )
}

function written(workspace: Workspace): readonly Written[] {
  return playgrounds(workspace).flatMap(({ data, script }, nth) => [
    { name: `data ${nth}`, text: JSON.stringify(data) },
    { name: `script ${nth}`, text: script },
  ])
}

test('what was typed into a definition is on no page', () => {
  const outputs = written(workspaceOf(TYPED))
  expect(outputs).toHaveLength(8)
  expect(leaksIn(outputs, TYPED_SECRETS)).toEqual([])
})

test('of the leads, a page holds the one that samples are made of', () => {
  expect(leaksIn(written(workspaceOf(SOUND)), LEAD_VALUES)).toEqual([])
})

test('a page knows neither places in sources nor files', () => {
  for (const { data } of playgrounds(exampleWorkspace())) {
    const text = JSON.stringify(data)
    expect(text).not.toMatch(/"(?:at|start|end|pieces|file)":/)
    expect(text).not.toMatch(/\.yaml|\.json/)
    expect(JSON.parse(text)).toEqual(data)
  }
})

test('twice the same is the same', () => {
  expect(written(exampleWorkspace())).toEqual(written(exampleWorkspace()))
})

test('the code of a schema stands in the script for each webhook that has one', () => {
  const made = playgrounds(exampleWorkspace())
  expect(made.flatMap(({ data }) => data.webhooks.map(({ schema }) => schema))).toEqual(
    made.map(() => 'judged'),
  )
  for (const { data, script } of made) {
    for (const { id } of data.webhooks) expect(script).toContain(`${JSON.stringify(id)}:(module`)
    expect(script).not.toContain('the parser of XML')
    expect(script).not.toMatch(/<\/?script|<!--/i)
  }
})
