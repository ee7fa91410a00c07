import { readdirSync, readFileSync, statSync } from 'node:fs'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHost } from '../../src/host/memory-host.ts'

const FOLDER = 'test/pull-requests'

/** A recorded pull request: a project as it was on the default branch, and as the branch has it. */
export interface PullRequest {
  readonly name: string
  /** Where its expected outputs stand: `expected/diff.txt` and others. */
  readonly expected: (file: string) => string
  readonly base: Readonly<Record<string, string>>
  readonly head: Readonly<Record<string, string>>
}

/** Every folder of `test/pull-requests`. */
export function pullRequests(): readonly PullRequest[] {
  return readdirSync(FOLDER).map((name) => ({
    name,
    expected: (file) => `${FOLDER}/${name}/expected/${file}`,
    base: filesOf(`${FOLDER}/${name}/base`),
    head: filesOf(`${FOLDER}/${name}/head`),
  }))
}

/** What a command prints on the branch of a pull request, and how it ends. */
export async function runOn(
  { base, head }: PullRequest,
  words: readonly string[],
): Promise<ReturnType<MemoryHost['output']> & { readonly exitCode: number }> {
  const host = memoryHost({
    files: head,
    git: { revisions: { main: base, HEAD: base }, mergeBase: 'main' },
    seed: 1,
  })
  const exitCode = await main(words, host)
  return { ...host.output(), exitCode }
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(`${folder}/${path}`).isFile())
  return Object.fromEntries(paths.map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]))
}
