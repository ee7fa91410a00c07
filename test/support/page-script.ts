import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The scripts of pages, bundled from the sources as they are now. */
export function bundledScripts(): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-pages-'))
  try {
    execFileSync(process.execPath, ['scripts/bundle.mjs', folder])
    return new Map(FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const FILES = ['page.js', 'playground.js', 'xml-body.js', 'index.js', 'received.js']
