/** Bundles the scripts of pages: one file each, which a page holds whole, without a network. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const ENTRIES = {
  'page.js': 'main.ts',
  'playground.js': 'playground-main.ts',
  'xml-body.js': 'xml-body.ts',
  'index.js': 'index-main.ts',
  'received.js': 'received-main.ts',
}

/** Writes each script into a folder. The same sources give the same bytes. */
export async function bundlePages(folder) {
  for (const [file, entry] of Object.entries(ENTRIES)) {
    const bundle = await rolldown({
      input: join(ROOT, 'src', 'browser', 'page', entry),
      cwd: ROOT,
      platform: 'browser',
      tsconfig: join(ROOT, 'tsconfig.browser.json'),
      transform: { target: 'es2023' },
      onLog: (_level, log) => {
        throw new Error(log.message)
      },
    })
    await bundle.write({
      file: join(folder, file),
      format: 'iife',
      minify: true,
      comments: false,
      sourcemap: false,
    })
    await bundle.close()
  }
}

const [, script, folder] = process.argv
if (script === fileURLToPath(import.meta.url) && folder !== undefined) await bundlePages(folder)
