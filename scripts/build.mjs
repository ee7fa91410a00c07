/**
 * Compiles src/ into dist/, from nothing, so that a removed source file leaves nothing behind,
 * and bundles what runs on pages.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundlePages } from './bundle.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')

rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [TSC, '-p', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
})
if (status === 0) {
  chmodSync(join(ROOT, 'dist', 'bin.js'), 0o755)
  await bundlePages(join(ROOT, 'dist', 'browser'))
}
process.exitCode = status ?? 1
