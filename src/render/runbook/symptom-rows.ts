import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import { CALL_CODES, type CallCode } from '../../marketo/call-codes.ts'
import { campaignRoles } from '../../steps/campaign-roles.ts'
import { secretsOf, type StepContext } from '../../steps/step-context.ts'
import {
  code,
  listWords,
  onScreen,
  say,
  section,
  stepRef,
  type Sentence,
} from '../../steps/words.ts'
import { mappedFieldNames } from '../../steps/diagnose-steps.ts'
import { schemaRows } from '../schema-rows.ts'

export interface SymptomRow {
  readonly symptom: Sentence
  readonly cause: Sentence
  readonly fix: Sentence
  /** Whether the same call can succeed later, without a change. */
  readonly isTransient: boolean
}

/** Marketo's and HTTP's codes first, then what shows no code. */
export function symptomRows(context: StepContext): readonly SymptomRow[] {
  const { webhooks } = context.compiled
  return [
    ...CALL_CODES.map((entry) => codeRow(entry, context)),
    ...webhooks.flatMap(refusalRows),
    ...notWrittenRows(webhooks),
    ...nothingRows(context),
    {
      symptom: say`Calls come minutes late`,
      cause: say`Too many calls at a time: an import, a large campaign, or another slow webhook. All webhooks of the instance share the line`,
      fix: say`${stepRef('fix.burst')}; calls that wait do not fail`,
      isTransient: true,
    },
  ]
}

function codeRow(
  { code: id, title, cause, repair, isTransient }: CallCode,
  context: StepContext,
): SymptomRow {
  const steps = stepsFor(id, context)
  const links = steps.length === 0 ? say`` : say`: ${listWords(steps.map(stepRef), 'or')}`
  return {
    symptom: say`${code(id)} ${title}`,
    cause: say`${cause}`,
    fix: say`${repair}${links}`,
    isTransient,
  }
}

/** The steps that a code leads to; only those that the page has. */
function stepsFor(id: string, context: StepContext): readonly string[] {
  const hasSecret = secretsOf(context).length > 0
  switch (id) {
    case '1000':
      return campaignRoles(context.compiled).callers.length === 0 ? [] : ['fix.batch']
    case '400':
    case '404':
    case '422':
      return ['diagnose.payload', 'fix.dialog']
    case '401':
      return hasSecret ? ['fix.headers', 'fix.secret'] : ['fix.headers']
    case '403':
      return hasSecret ? ['fix.secret', 'endpoint.allowlist'] : ['endpoint.allowlist']
    case '429':
      return ['fix.burst']
    default:
      return ['fix.endpoint']
  }
}

/** A 2xx may still carry a refusal: the contract says how it looks. */
function refusalRows({ name, success, response }: CompiledWebhook): readonly SymptomRow[] {
  if (success === undefined) return []
  const path = success.path.value
  const message = schemaRows(response).find(({ member }) => /message|reason|error/i.test(member))
  return [
    {
      symptom: say`No error type, but the ${code(path)} of ${onScreen(name)} is not ${code(String(success.equals.value))}`,
      cause: say`The endpoint has read the call and refused the person${message === undefined ? say`` : say`; ${code(message.member)} says why`}`,
      fix: say`Correct the person, or the contract; the webhook is sound. Do not send it again unchanged`,
      isTransient: false,
    },
  ]
}

function notWrittenRows(webhooks: readonly CompiledWebhook[]): readonly SymptomRow[] {
  const names = mappedFieldNames(webhooks)
  if (names.length === 0) return []
  const fields = listWords(names.map(onScreen), 'or')
  return [
    {
      symptom: say`A successful call, but ${fields} stays empty`,
      cause: say`The path of the mapping, the SOAP name of the field or the response type is another than in this page; or the field is read too early: it is written a little after the call`,
      fix: say`${stepRef('diagnose.fields')}, then ${stepRef('fix.mappings')}`,
      isTransient: false,
    },
    {
      symptom: say`A wrong value in ${fields}`,
      cause: say`Another mapping or campaign writes the field too, or the value was longer than the field or of another type`,
      fix: say`${stepRef('diagnose.fields')}: the log shows who wrote it; hold its length against ${section(13)}`,
      isTransient: false,
    },
  ]
}

function nothingRows({ compiled }: StepContext): readonly SymptomRow[] {
  const { callers, catchers } = campaignRoles(compiled)
  if (callers.length === 0) return []
  const names = listWords(callers.map(({ name }) => onScreen(name.value)))
  return [
    {
      symptom: say`Nothing at all: no call, no alert`,
      cause: say`${names} is inactive; or its qualification rule is ${onScreen('only once')}; or the people do not meet its triggers and filters${catchers.length === 0 ? say`` : say`; and nobody hears of failures while ${listWords(catchers.map(({ name }) => onScreen(name.value)))} is inactive: Marketo switches off what nobody has met for six months`}`,
      fix: say`${stepRef('diagnose.activity')}, ${stepRef('fix.activate')}, ${stepRef('fix.qualification')}`,
      isTransient: false,
    },
  ]
}
