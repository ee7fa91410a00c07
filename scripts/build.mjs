/**
 * Compiles src/ into dist/, from nothing, so that a removed source file leaves nothing behind,
 * and bundles what runs on pages. npm runs it with --unless-built after it has installed a checkout:
 * whoever depends on the git repository gets a package that is built.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')

// Without the packages of developers there is nothing to build with, and no reason to fail.
const isWanted =
  !process.argv.includes('--unless-built') ||
  (existsSync(TSC) && !existsSync(join(ROOT, 'dist', 'bin.cjs')))
if (isWanted) process.exitCode = await build()

async function build() {
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
  const words = [TSC, '-p', 'tsconfig.build.json']
  const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) return status ?? 1
  const { bundlePages } = await import('./bundle.mjs')
  await bundlePages(join(ROOT, 'dist', 'browser'))
  const { bundleBin } = await import('./bundle-bin.mjs')
  await bundleBin(join(ROOT, 'dist'))
  chmodSync(join(ROOT, 'dist', 'bin.cjs'), 0o755)
  return 0
}
