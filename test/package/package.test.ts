import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MINUTES = 60_000
const folder = mkdtempSync(join(tmpdir(), 'hookbook-package-'))
const BIN = join(folder, 'node_modules/hookbook/dist/bin.cjs')
const manifest: { readonly version: string } = JSON.parse(readFileSync('package.json', 'utf8'))

beforeAll(() => {
  npm(process.cwd(), ['pack', '--ignore-scripts', '--pack-destination', folder])
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  writeFileSync(join(folder, 'package.json'), '{"private": true}')
  npm(folder, ['install', '--prefer-offline', '--no-audit', '--no-fund', resolve(folder, tarball)])
}, 5 * MINUTES)

afterAll(() => rmSync(folder, { recursive: true, force: true }), 2 * MINUTES)

test('the installed command tells its version', () => {
  expect(hookbook(folder, ['--version'])).toBe(`${manifest.version}\n`)
})

test(
  'a new project passes its own check',
  () => {
    hookbook(folder, ['init', 'demo'])
    const output = hookbook(join(folder, 'demo'), ['check'])
    expect(output).toContain('no problems')
  },
  2 * MINUTES,
)

test(
  'pages are built from the package alone; printing them says what else it takes',
  () => {
    const demo = join(folder, 'demo')
    expect(hookbook(demo, ['docs', 'build'])).toContain('look at site/index.html')
    expect(readFileSync(join(demo, 'site/lead-sync/live.html'), 'utf8')).toContain('page-data')
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'docs', 'build', '--pdf'], {
      cwd: demo,
      encoding: 'utf8',
    })
    expect(stderr).toContain('run: npm install --save-dev playwright-core')
    expect(status).toBe(2)
    expect(hookbook(demo, ['docs', 'check'])).toContain('5 built files up to date')
  },
  2 * MINUTES,
)

test('the package holds what its workflows run', () => {
  const demo = join(folder, 'demo')
  const workflow = readFileSync(join(demo, '.github/workflows/webhooks.yml'), 'utf8')
  const [, action = ''] = /uses: \.\/(node_modules\/\S+)/.exec(workflow) ?? []
  const output = join(folder, 'outputs.txt')
  const { status, stdout } = spawnSync(process.execPath, [join(folder, action, 'check.mjs')], {
    cwd: demo,
    encoding: 'utf8',
    env: { ...process.env, HOOKBOOK_PART: 'lint', RUNNER_TEMP: folder, GITHUB_OUTPUT: output },
  })
  expect(stdout).toContain('generated files up to date')
  expect(status).toBe(0)
  expect(readFileSync(output, 'utf8')).toContain('artifact=hookbook-lint\n')
})

test('the package explains its rules', () => {
  expect(hookbook(folder, ['explain', 'tokens-unquoted'])).toContain('tokens-unquoted')
})

test(
  'shards of a test are put together, as a page too',
  () => {
    const demo = join(folder, 'demo')
    for (const shard of ['1/2', '2/2']) {
      const file = `json:shard-${shard.slice(0, 1)}.json`
      hookbook(demo, ['test', '--runs', '10', '--seed', '1', '--shard', shard, '--format', file])
    }
    const reports = ['shard-1.json', 'shard-2.json']
    const page = hookbook(demo, ['merge-reports', ...reports, '--format', 'html'])
    expect(page).toContain('<h2 id="findings-title">Findings</h2>')
    expect(page).toContain('no problems')
  },
  2 * MINUTES,
)

test('the package can be imported and has types', () => {
  const script = "import('hookbook').then((m) => process.stdout.write(typeof m.loadWorkspace))"
  expect(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })).toBe(
    'function',
  )
  expect(readdirSync(join(folder, 'node_modules/hookbook/dist'))).toContain('index.d.ts')
})

function hookbook(cwd: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' })
}

/** Runs npm as it runs itself, without the settings that the outer npm hands down. */
function npm(cwd: string, args: readonly string[]): void {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|lifecycle|package)_/i.test(name)),
  )
  const path = process.env['npm_execpath']
  const [command, before] = path === undefined ? ['npm', []] : [process.execPath, [path]]
  execFileSync(command, [...before, ...args], { cwd, env: environment, stdio: 'pipe' })
}
