import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Repository, RepositoryOpening } from './repository.ts'
import { revisionFiles } from './revision-files.ts'
import { gitIn, type RunGit } from './run-git.ts'

/** The repository that a folder lies in. */
export function openNodeRepository(
  workingDirectory: string,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): RepositoryOpening {
  const place = resolve(workingDirectory, folder)
  const git = gitIn(place, environment)
  const answer = git(['rev-parse', '--is-shallow-repository', '--show-prefix'])
  if (answer.status === 'no-git') return answer
  if (answer.status === 'refused') return refusal(answer.reason, place)
  const [shallow = '', prefix = ''] = answer.output.toString('utf8').split('\n')
  const root = rootOf(place, prefix)
  const pathOf = (path: string): string | undefined =>
    pathWithin(root, resolve(workingDirectory, path))
  return { status: 'open', repository: repositoryOf(git, shallow === 'true', pathOf) }
}

function refusal(reason: string, folder: string): RepositoryOpening {
  if (/not a git repository/i.test(reason)) return { status: 'no-repository' }
  if (/dubious ownership/i.test(reason)) return { status: 'untrusted', folder: slashed(folder) }
  return { status: 'failed', reason: firstLine(reason) }
}

function repositoryOf(
  git: RunGit,
  isShallow: boolean,
  pathOf: (path: string) => string | undefined,
): Repository {
  const line = (args: readonly string[]): string | undefined => {
    const answer = git(args)
    return answer.status === 'done' ? firstLine(answer.output.toString('utf8')) : undefined
  }
  const commitOf = (revision: string): string | undefined =>
    revision.startsWith('-')
      ? undefined
      : line(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  return {
    isShallow,
    head: commitOf('HEAD'),
    resolve: commitOf,
    target: (name) => line(['symbolic-ref', '--quiet', '--short', `refs/remotes/${name}`]),
    names: () => namesOf(git),
    mergeBase: (one, other) => line(['merge-base', '--end-of-options', one, other]),
    filesAt: (commit) => revisionFiles(git, commit, pathOf),
  }
}

function namesOf(git: RunGit): readonly string[] {
  const answer = git(['for-each-ref', '--format=%(refname:short)'])
  return answer.status === 'done' ? answer.output.toString('utf8').split('\n').filter(Boolean) : []
}

/** The folder less its path within the repository; a link on the way there is followed where the two do not agree. */
function rootOf(place: string, prefix: string): string {
  const within = `/${prefix.replace(/\/$/, '')}`
  const [typed, real] = [slashed(place), slashed(realpathSync(place))]
  if (prefix === '') return typed
  const whole = typed.endsWith(within) ? typed : real
  return whole.slice(0, -within.length)
}

function pathWithin(root: string, path: string): string | undefined {
  const whole = slashed(path)
  if (whole === root) return ''
  return whole.startsWith(`${root}/`) ? whole.slice(root.length + 1) : undefined
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
