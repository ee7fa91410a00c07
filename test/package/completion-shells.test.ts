import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

/** What `npm test` has built, under the name by which a shell knows it. */
const BIN = resolve('dist/bin.cjs')
const folder = mkdtempSync(join(tmpdir(), 'hookbook-completion-'))
const PATH = `${folder}:${process.env['PATH'] ?? ''}`
writeFileSync(join(folder, 'hookbook'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`)
chmodSync(join(folder, 'hookbook'), 0o755)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(shell: string, words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(shell, words, {
    encoding: 'utf8',
    env: { ...process.env, PATH },
  })
  if (status !== 0 || stderr !== '') throw new Error(`${shell} ended with ${status}: ${stderr}`)
  return stdout
}

function isThere(shell: string): boolean {
  return spawnSync(shell, ['-c', 'true']).status === 0
}

test.skipIf(!isThere('bash'))('bash completes what is typed', () => {
  const script = `
    source <(hookbook completion bash)
    complete -p hookbook
    try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hookbook; echo "\${COMPREPLY[*]}"; }
    try hookbook comp
    try hookbook lint lead-
    try hookbook show --env = sandbox-e
    try hookbook test --log x
    cd / && try hookbook lint ''`
  expect(run('bash', ['--norc', '-c', script]).split('\n')).toEqual([
    'complete -o default -F _hookbook hookbook',
    'compatibility completion',
    'lead-sync lead-sync-legacy',
    'sandbox-emea',
    '',
    '',
    '',
  ])
})

test.skipIf(!isThere('zsh'))('zsh completes what is typed, and says what it is', () => {
  const script = `
    compdef() { echo "compdef $*" }
    source <(hookbook completion zsh)
    _describe() { print -l -- \${(P)2} }
    _files() { echo files }
    words=(hookbook lint lead-); CURRENT=3; _hookbook
    words=(hookbook merge-reports ''); CURRENT=3; _hookbook`
  expect(run('zsh', ['-f', '-c', script]).split('\n')).toEqual([
    'compdef _hookbook hookbook',
    expect.stringMatching(/^lead-sync:./),
    expect.stringMatching(/^lead-sync-legacy:./),
    'files',
    '',
  ])
})

test.skipIf(!isThere('fish'))('fish completes what is typed, and says what it is', () => {
  const script = `hookbook completion fish | source; complete -C 'hookbook lint lead-'`
  expect(run('fish', ['--no-config', '-c', script]).split('\n')).toEqual([
    expect.stringMatching(/^lead-sync\t./),
    expect.stringMatching(/^lead-sync-legacy\t./),
    '',
  ])
})
