import type { Draft } from './change.ts'
import type { Aspect, ProgramPair } from './comparison.ts'
import { diffCampaigns } from './diff-campaigns.ts'
import { diffWebhooks } from './diff-webhooks.ts'
import { compareEnvironment } from './program/environment.ts'
import { compareAccess } from './program/access.ts'
import { compareFields } from './program/fields.ts'
import { compareMyTokens } from './program/my-tokens.ts'
import { compareRotation } from './program/secrets.ts'
import { compareProgramSettings } from './program/settings.ts'

/** Everything that can differ in a program, in the order in which it is set up. */
const ASPECTS: readonly Aspect<ProgramPair>[] = [
  compareEnvironment,
  compareProgramSettings,
  compareAccess,
  compareFields,
  compareMyTokens,
  compareRotation,
  diffWebhooks,
  diffCampaigns,
]

/** What differs in a program as one environment gets it. */
export function diffProgram(pair: ProgramPair): readonly Draft[] {
  return ASPECTS.flatMap((compare) => compare(pair))
}
