import type { Finding } from '../../diagnostic/finding.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { Rule } from '../rule.ts'

/** What nobody has agreed on cannot be tested. */
export const contractDeclared: Rule = {
  id: 'contract-declared',
  severity: 'warning',
  category: 'contract',
  summary: 'the webhook names the schemas that its endpoint has agreed to, and what proves success',
  why: `The contract tests hold every rendered request against the request schema, and every answer against the response schema.
A 2xx may still carry a refusal, so \`success\` says which member of the response proves that the endpoint did its work.`,
  visit: {
    webhook(webhook) {
      const missing = missingParts(webhook)
      if (missing.length === 0) return undefined
      const finding: Finding = {
        at: webhook.id.at,
        message: `the contract says nothing about ${listed(missing)}`,
        effect:
          'the tests cannot tell whether the endpoint would take the request, or did its work',
        help: 'add "request: {$ref: …}", "response: {$ref: …}" and "success: {path: …, equals: …}"',
      }
      return finding
    },
  },
}

function missingParts(webhook: Webhook): readonly string[] {
  const missing: string[] = []
  if (webhook.template !== undefined && webhook.request === undefined) missing.push('the request')
  if (webhook.mappings.length > 0 && webhook.response === undefined) missing.push('the response')
  if (webhook.mappings.length > 0 && webhook.success === undefined)
    missing.push('what proves success')
  return missing
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' or ')
}
