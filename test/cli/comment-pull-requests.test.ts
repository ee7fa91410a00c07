import { expect, test } from 'vitest'
import { expectFile } from '../support/expected-file.ts'
import { pullRequests, runOn } from '../support/pull-requests.ts'

const CASES = pullRequests()

test.each(CASES)(
  '$name is told in a comment',
  async (pullRequest) => {
    const { stdout, stderr, exitCode } = await runOn(pullRequest, ['comment'])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expectFile(pullRequest.expected('comment.md'), stdout)
  },
  60_000,
)
