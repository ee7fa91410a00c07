import type { FoundCase, FoundContext, FoundRequest } from '../found-case.ts'
import { listOf, mapOf, mapped, object, optional, required } from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import { count, oneOf, scalarOrNull, text, wholeNumber } from '../decode/scalars.ts'

const context: Decoder<FoundContext> = mapped(
  object({
    program: required(text, 'The id of the program.'),
    environment: required(text, 'The environment in which it failed.'),
    webhook: required(text, 'The id of the webhook.'),
    check: required(text, 'The check that failed.'),
    cause: required(text, 'What checks that fail for the same reason have in common.'),
    token: optional(text, 'The token whose value makes it fail.'),
    assumptions: required(listOf(text), 'The assumptions under which it fails; none for always.'),
  }),
  ({ values: { program, environment, webhook, check, cause, token, assumptions } }) =>
    program && environment && webhook && check && cause && assumptions
      ? {
          program: program.value,
          environment: environment.value,
          webhook: webhook.value,
          check: check.value,
          cause: cause.value,
          token: token?.value,
          assumptions: assumptions.map(({ value }) => value),
        }
      : undefined,
)

const request: Decoder<FoundRequest> = mapped(
  object({
    method: required(text, 'The method.'),
    url: required(text, 'The URL, secrets masked.'),
    headers: required(listOf(text), 'The headers, secrets masked.'),
    body: optional(text, 'The body, sent as UTF-8.'),
  }),
  ({ values: { method, url, headers, body } }) =>
    method && url && headers
      ? {
          method: method.value,
          url: url.value,
          headers: headers.map(({ value }) => value),
          body: body?.value,
        }
      : undefined,
)

const foundCase = object({
  formatVersion: required(count, 'The version of this form.'),
  id: required(text, 'The name of the file without its ending.'),
  status: required(oneOf(['open', 'fixed']), 'Whether it has passed since it was found.'),
  seed: required(wholeNumber, 'The seed of the run that found it.'),
  path: required(text, 'The lead of that run that found it.'),
  context: required(context, 'Where it arose.'),
  lead: required(mapOf(scalarOrNull), 'The smallest lead that fails, by token name.'),
  request: required(request, 'What went out when it was found.'),
  verdict: required(text, 'What was wrong, in words.'),
})

/** A found case with the version of its form, which decides whether it can be used. */
export const foundCaseDefinition: Decoder<FoundCase & { readonly formatVersion: number }> = mapped(
  foundCase,
  ({ values }) => {
    const { formatVersion, id, status, seed, path, lead, verdict } = values
    if (!formatVersion || !id || !status || !seed || !path || !lead || !verdict) return undefined
    if (!values.context || !values.request) return undefined
    return {
      formatVersion: formatVersion.value,
      id: id.value,
      status: status.value,
      seed: seed.value,
      path: path.value,
      context: values.context,
      lead: Object.fromEntries(lead.map(({ key, value }) => [key.value, value.value])),
      request: values.request,
      verdict: verdict.value,
    }
  },
)
