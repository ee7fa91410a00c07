import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cleanEnvironment } from '../../src/host/run-git.ts'

/** A repository of git on the disk, for tests of what reads one. */
export interface GitRepository {
  readonly folder: string
  readonly git: (...args: readonly string[]) => string
  readonly write: (files: Readonly<Record<string, string>>) => void
  /** Commits everything; gives the commit. */
  readonly commit: (message: string) => string
}

/** An empty repository whose branch is `main`, in a folder of its own; it knows no user's settings. */
export function gitRepository(): GitRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hookbook git-')))
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...SETTINGS, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...cleanEnvironment(process.env),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    }).trim()
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  const commit = (message: string): string => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  git('init', '--quiet', '--initial-branch=main')
  return { folder, git, write, commit }
}

const SETTINGS: readonly string[] = [
  ['user.name', 'Nobody'],
  ['user.email', 'nobody@example.com'],
  ['commit.gpgSign', 'false'],
  ['protocol.file.allow', 'always'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])
