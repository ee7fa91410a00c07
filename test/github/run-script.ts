import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { REPOSITORY } from './github-stand-in.ts'

export interface Ran {
  readonly exitCode: number
  readonly output: string
}

/** A script of the action as a runner starts it: nothing of this machine's own variables but the PATH. */
export function runScript(
  script: string,
  environment: Readonly<Record<string, string>>,
  folder: string = process.cwd(),
): Promise<Ran> {
  const path = resolve('.github/actions/hookbook', script)
  const env = {
    PATH: process.env['PATH'],
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_TOKEN: 'a-token',
    HOOKBOOK_WAIT_MS: '1',
    ...environment,
  }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [path],
      { cwd: folder, env, timeout: 120_000 },
      (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1
        done({ exitCode: code, output: out + err })
      },
    )
  })
}

/** A folder that is gone after the tests. */
export interface Place {
  readonly folder: string
  readonly write: (path: string, content: string) => string
  readonly read: (path: string) => string
  readonly remove: () => void
}

export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-github-'))
  return {
    folder,
    write: (path, content) => {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      return file
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The file that a runner describes a pull request with. */
export function pullRequestEvent(number: number, repository: string | null = REPOSITORY): string {
  const repo = repository === null ? null : { full_name: repository }
  return JSON.stringify({ pull_request: { number, head: { sha: 'f'.repeat(40), repo } } })
}
