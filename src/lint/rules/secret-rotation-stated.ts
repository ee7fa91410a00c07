import type { Secret } from '../../model/project.ts'
import type { Rule } from '../rule.ts'

/** A secret that nobody rotates is the one that has leaked. */
export const secretRotationStated: Rule = {
  id: 'secret-rotation-stated',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'security',
  summary: 'every secret has an owner, a period of rotation and a time of overlap',
  why: `The page of rotation names who does it, how often, and how long the old and the new key are both accepted.
What is not stated there is found out when the key has leaked.`,
  visit: {
    *project({ secrets }) {
      for (const secret of secrets) {
        const missing = missingKeys(secret)
        if (missing.length === 0) continue
        yield {
          at: secret.id.at,
          message: `the secret "${secret.id.value}" has no ${missing.join(', no ')}`,
          effect: 'the runbook cannot say who rotates it, when, and without an outage',
          help: `add ${missing.map((key) => `"${key}: ${EXAMPLES[key]}"`).join(', ')}`,
        }
      }
    },
  },
}

const EXAMPLES = { owner: 'crm-oncall', rotateEvery: '90d', overlap: '48h' } as const

function missingKeys(secret: Secret): readonly (keyof typeof EXAMPLES)[] {
  return (['owner', 'rotateEvery', 'overlap'] as const).filter((key) => secret[key] === undefined)
}
