import { readFileSync } from 'node:fs'
import { packageFile } from '../host/package-file.ts'

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(packageFile('package.json'), 'utf8'),
)

/** The version of the package. */
export const VERSION: string = manifest.version
