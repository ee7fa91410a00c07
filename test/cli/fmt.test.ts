import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'

async function fmt(
  stdin: string,
  ...words: readonly string[]
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  const host = memoryHost({ stdin })
  const exitCode = await main(['fmt', '-', ...words], host)
  return { exitCode, ...host.output() }
}

test('what comes in goes out in the layout', async () => {
  expect(await fmt('a:   {  b: 1 }\n')).toEqual({ exitCode: 0, stdout: 'a: {b: 1}\n', stderr: '' })
})

test('what comes in is only looked at', async () => {
  expect(await fmt('a:   1\n', '--check')).toEqual({ exitCode: 1, stdout: '', stderr: '' })
  expect(await fmt('a: 1\n', '--check')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  expect((await fmt('a:   1\n', '--diff')).stdout).toContain('\n-a:   1\n+a: 1\n')
})

test('what cannot be read does not go out', async () => {
  const { exitCode, stdout, stderr } = await fmt('a: [1\n')
  expect([exitCode, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^hookbook: what comes in cannot be read: /)
})

test('a file that would say something else is refused, with its line and without its text', async () => {
  const { exitCode, stdout, stderr } = await fmt('a: [\n  # s3cret-value\n]\n')
  expect([exitCode, stdout]).toEqual([5, ''])
  expect(stderr).toBe('hookbook: "<stdin>" is left as it is: line 2 would not say the same\n')
})

test('programs cannot be named beside what comes in', async () => {
  expect((await fmt('a: 1\n', 'lead-sync')).exitCode).toBe(2)
})
