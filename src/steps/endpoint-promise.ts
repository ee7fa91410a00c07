import { fingerprint } from '../base/fingerprint.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { contractMeaning } from '../model/schema-meaning.ts'

/** How a value begins that is a fingerprint: it says that something differs, and nobody reads it. */
export const FINGERPRINT_PREFIX = 'sha256:'

const LENGTH = 16

/**
 * What the owner of an endpoint has agreed to. With a request schema that is the schema, whatever
 * payload keeps it; without one it is the payload itself.
 */
export function endpointPromise(webhook: CompiledWebhook): Readonly<Record<string, string>> {
  const { method, url, bodyFormat, template, request, response, success } = webhook
  const accepted = request === undefined ? template?.text.value : contractMeaning(request)
  const answered = response === undefined ? undefined : contractMeaning(response)
  const proof = success && { path: success.path.value, equals: success.equals.value }
  return {
    call: `${method} ${url.text.value}`,
    'body format': bodyFormat,
    ...(accepted === undefined ? {} : { 'request contract': shortFingerprint(accepted) }),
    ...(answered === undefined && proof === undefined
      ? {}
      : { 'response contract': shortFingerprint({ answered, proof }) }),
  }
}

function shortFingerprint(value: unknown): string {
  return FINGERPRINT_PREFIX + fingerprint(value).slice(0, LENGTH)
}
