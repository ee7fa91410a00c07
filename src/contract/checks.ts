import type { RequestCheck } from './check.ts'
import { bodyMatchesSchema } from './checks/body-matches-schema.ts'
import { bodyParses } from './checks/body-parses.ts'
import { headersAreLegal } from './checks/headers-are-legal.ts'
import { secretsStayInHeaders } from './checks/secrets-stay-in-headers.ts'
import { structureIsFixed } from './checks/structure-is-fixed.ts'
import { urlIsFixed } from './checks/url-is-fixed.ts'
import { valuesSurvive } from './checks/values-survive.ts'

/** Every check of rendered requests, in the order in which they are asked; the first that fails speaks for a lead. */
export const REQUEST_CHECKS: readonly RequestCheck[] = [
  bodyParses,
  structureIsFixed,
  urlIsFixed,
  headersAreLegal,
  valuesSurvive,
  bodyMatchesSchema,
  secretsStayInHeaders,
]
