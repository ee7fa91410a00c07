/** What has started the workflow, as far as hookbook wants to know. */
import { readFileSync } from 'node:fs'

/**
 * The pull request that the workflow runs for, or undefined. From a fork, and for Dependabot, GitHub
 * gives a token that can only read. A fork that was deleted has no repository any more.
 */
export function pullRequestOf(environment) {
  const {
    GITHUB_EVENT_PATH: path = '',
    GITHUB_REPOSITORY: repository,
    GITHUB_ACTOR: actor,
  } = environment
  if (path === '') return undefined
  const { pull_request: pullRequest } = JSON.parse(readFileSync(path, 'utf8'))
  if (pullRequest === undefined) return undefined
  const number = Number(pullRequest.number)
  if (!Number.isSafeInteger(number) || number < 1) return undefined
  const isOwn = pullRequest.head?.repo?.full_name === repository
  return { number, mayWrite: isOwn && actor !== 'dependabot[bot]' }
}
