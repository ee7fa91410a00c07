import { spawnSync } from 'node:child_process'

/** What git has answered: its output where it succeeded. */
export type GitAnswer =
  | { readonly status: 'done'; readonly output: Buffer }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'no-git' }

export type RunGit = (args: readonly string[], input?: string) => GitAnswer

/** Variables that say how git is set up, not which repository is meant. */
const KEPT = /^GIT_(?:CONFIG_|EXEC_PATH$|SSL_|ALLOW_PROTOCOL$)/

/** More than any file of definitions; what is longer than this would not be read anyway. */
const MOST_BYTES = 2 ** 30

/** Runs git in a folder, without a shell. Never asks anything, and answers in English, so that its refusals can be told apart. */
export function gitIn(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): RunGit {
  const env = cleanEnvironment(environment)
  return (args, input = '') => {
    const run = spawnSync('git', ['--no-pager', '-C', folder, '-c', 'color.ui=false', ...args], {
      env,
      input,
      maxBuffer: MOST_BYTES,
      windowsHide: true,
    })
    if (run.error !== undefined) return failed(run.error)
    if (run.status === 0) return { status: 'done', output: run.stdout }
    return { status: 'refused', reason: run.stderr.toString('utf8').trim() }
  }
}

/** A hook of git, or an editor, sets `GIT_DIR` and others, which would lead elsewhere than the folder says. */
export function cleanEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const kept = Object.entries(environment).filter(
    ([name]) => !name.startsWith('GIT_') || KEPT.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  }
}

function failed(error: Error & { readonly code?: string }): GitAnswer {
  if (error.code === 'ENOENT') return { status: 'no-git' }
  return { status: 'refused', reason: `git could not be run: ${error.code ?? error.message}` }
}
