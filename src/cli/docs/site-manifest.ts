import { stableJson } from '../../base/stable-json.ts'
import type { HostFiles } from '../../host/host.ts'
import { isInside } from '../run-build.ts'

/** What stands in the folder of a site because it was written there: nothing else is replaced or removed. */
export interface SiteManifest {
  /** Relative to the folder, sorted. */
  readonly files: readonly string[]
  /** Of each PDF, the fingerprint of the page that it was printed from. */
  readonly printed: Readonly<Record<string, string>>
  /** True when every page was built at some time: one that is missing is then missed. */
  readonly isWhole: boolean
}

export const NO_MANIFEST: SiteManifest = { files: [], printed: {}, isWhole: false }

/** Where it stands, in the folder. */
export const MANIFEST_FILE = 'manifest.json'

const FORMAT = 'hookbook-site/1'

/** Undefined for a folder that no site was built into. */
export function readManifest(folder: string, files: HostFiles): SiteManifest | undefined {
  const found = parse(files.readText(`${folder}/${MANIFEST_FILE}`))
  if (found?.['format'] !== FORMAT) return undefined
  return {
    files: texts(found['files']).filter(isInside),
    printed: textMap(found['printed']),
    isWhole: found['whole'] === true,
  }
}

export function manifestText({ files, printed, isWhole }: SiteManifest): string {
  return stableJson({ format: FORMAT, files: [...files].sort(), printed, whole: isWhole })
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function textMap(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
