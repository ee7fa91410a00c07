import { alert } from './alert.ts'
import { enrichment } from './enrichment.ts'
import { leadSync } from './lead-sync.ts'
import type { Pattern } from './pattern.ts'
import { retry } from './retry.ts'

/** Every pattern, the one of a first project first. */
export const PATTERNS: readonly Pattern[] = [leadSync, retry, alert, enrichment]
