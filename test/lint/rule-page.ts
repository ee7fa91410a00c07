import { severityIn } from '../../src/lint/rule-severity.ts'
import type { Rule } from '../../src/lint/rule.ts'

export interface RuleExample {
  readonly wrong: string
  readonly right: string
  /** What the linter prints for the wrong one. */
  readonly output: string
}

/** The page of a rule, as `hookbook explain` prints it. The example is a fixture and its output is real. */
export function rulePage(rule: Rule, { wrong, right, output }: RuleExample): string {
  return `# ${rule.id}

${capital(rule.summary)}.
${severitySentence(rule)}
Since 0.1.0.

## Why it matters

${rule.why}

## Wrong

\`\`\`yaml
${meat(wrong)}
\`\`\`

\`\`\`text
${output.trimEnd().replace(/\n\n[^\n]*$/, '')}
\`\`\`

## Right

\`\`\`yaml
${meat(right)}
\`\`\`

## How to silence it

At one place, in a comment on the line before it or behind it, with the reason; a day is optional:

\`\`\`yaml
# hookbook-ignore ${rule.id} -- why this is right here until 2027-06-30
\`\`\`

In the project file, for all programs:

\`\`\`yaml
severities: {${rule.id}: off}
\`\`\`
`
}

/** The severity, and the profiles where there are others than usual. */
function severitySentence(rule: Rule): string {
  const usual = severityIn(rule, 'recommended')
  const strict = severityIn(rule, 'strict')
  if (usual === strict) return `Severity: ${usual}.`
  if (usual === 'off') return `Severity: ${strict}, in the profile \`strict\` alone.`
  return `Severity: ${usual}; in the profile \`strict\`: ${strict}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A fixture without the lines that all of them share. */
function meat(program: string): string {
  return program.replace(/^(?:apiVersion|kind|id|title|revision|name):.*\n/gm, '').trimEnd()
}
