import { spanWithin, type LocatedText } from '../../base/located-text.ts'
import { nearest } from '../../base/nearest.ts'
import type { Finding } from '../../diagnostic/finding.ts'
import { flowStepNamed } from '../../marketo/campaigns/flow-steps.ts'
import { findTokenField } from '../../marketo/tokens/find-token-field.ts'
import { parseTemplate, type TokenPart } from '../../marketo/tokens/parse-template.ts'
import { tokenContents } from '../../model/available-fields.ts'
import type { DefinedProgram } from '../../model/program.ts'
import type { Rule } from '../rule.ts'

/** A My Token that the program does not have is blank. */
export const myTokenDefined: Rule = {
  id: 'my-token-defined',
  severity: 'error',
  category: 'tokens',
  summary: 'every My Token is defined by the program that calls',
  why: `A My Token belongs to the program, or to a folder above it; one that does not exist renders blank.
List it under \`program.tokens\`, so that the runbook has it set up and the tests know its value.
Source: Experience League, "Understanding My Tokens in a Program".`,
  visit: {
    token({ placed, at }, { program }) {
      const finding = undefinedToken(placed.token, program)
      return finding === undefined ? undefined : { at, ...finding }
    },
    step(step, { program }) {
      if (flowStepNamed(step.step.value)?.takesTokens === false) return undefined
      const settings = [step, ...step.choices].flatMap((owner) => owner.settings)
      return settings.flatMap(({ text }) => undefinedIn(text, program))
    },
  },
}

function undefinedIn(text: LocatedText, program: DefinedProgram): readonly Finding[] {
  return parseTemplate(text.value).flatMap((part) => {
    const finding = part.kind === 'text' ? undefined : undefinedToken(part, program)
    if (finding === undefined) return []
    return [{ at: spanWithin(text, part.start, part.end), ...finding }]
  })
}

function undefinedToken(
  token: TokenPart,
  program: DefinedProgram,
): Omit<Finding, 'at'> | undefined {
  if (program.home === undefined || token.flaw !== undefined) return undefined
  const { kind, field } = findTokenField(token, tokenContents(program))
  if (kind?.namespace !== 'my' || field !== undefined) return undefined
  const { name } = token
  const names = program.home.tokens.map((own) => own.name.value)
  const meant = nearest(name, names)
  return {
    message: `the program has no My Token "${name}"`,
    effect: 'it renders blank',
    help:
      meant === undefined
        ? `add it under "program.tokens": ${name}: {type: text, value: …}`
        : `did you mean "{{my.${meant}}}"?`,
  }
}
