import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeAct } from '../../src/campaign/describe-act.ts'
import { expectFile } from '../support/expected-file.ts'
import { followFixture } from './follow-fixture.ts'

const FOLDER = 'test/campaign/runs'
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))

test('there are runs', () => {
  expect(NAMES.length).toBeGreaterThan(10)
})

/** The first lines of a program say, as comments, what starts each run and how its calls end. */
test.each(NAMES)('%s goes as it is written', (name) => {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
  const runs = [...text.matchAll(/^# run: (.*)$/gm)].map(([, words = '']) => words)
  expect(runs.length).toBeGreaterThan(0)
  const told = runs.map((words) => {
    const { acts, state, isAtRest } = followFixture(text, words)
    const lines = acts.map((act) => `${act.minute}: ${describeAct(act)}`)
    const lists = state.person.lists.map((list) => `on: ${list}`)
    return [`run: ${words}`, ...lines, ...lists, isAtRest ? 'at rest' : 'without an end'].join('\n')
  })
  expectFile(`${FOLDER}/${name.replace('.yaml', '.txt')}`, `${told.join('\n\n')}\n`)
})
