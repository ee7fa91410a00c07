import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectFile } from '../support/expected-file.ts'
import { pullRequests, runOn } from '../support/pull-requests.ts'

const CASES = pullRequests()

/** Pull requests that change nothing in Marketo, whatever they change in files. */
const NOTHING = ['comment-only', 'layout-only', 'schema-file-moved', 'overlay-file-renamed']

test('there are at least 25 recorded pull requests', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(25)
})

test.each(CASES)('$name differs as expected', async (pullRequest) => {
  const { stdout, stderr, exitCode } = await runOn(pullRequest, ['diff', '--exit-code'])
  expectFile(pullRequest.expected('diff.txt'), `${stdout}${stderr}[${exitCode}]\n`)
  const markdown = await runOn(pullRequest, ['diff', '--format', 'markdown'])
  expectFile(pullRequest.expected('diff.md'), markdown.stdout)
  if (!existsSync(pullRequest.expected('diff.json'))) return
  const json = await runOn(pullRequest, ['diff', '--format', 'json'])
  expectFile(pullRequest.expected('diff.json'), json.stdout)
})

test.each(NOTHING)('%s is no change', async (name) => {
  const pullRequest = CASES.find((each) => each.name === name)
  if (pullRequest === undefined) throw new Error(`there is no pull request ${name}`)
  const { stdout, exitCode } = await runOn(pullRequest, ['diff', '--exit-code'])
  expect(stdout).toContain('no difference in meaning')
  expect(exitCode).toBe(0)
})
