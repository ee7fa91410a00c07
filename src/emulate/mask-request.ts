import { isLogin, isSecretName } from '../marketo/secret-names.ts'
import type { HttpRequest } from './call.ts'

/** What stands for a secret that is written by reference: `$NAME`, after a scheme or the name of a parameter. */
const BY_REFERENCE = /^(?:[\w-]+[ =:]"?)*\$[A-Z][A-Z0-9_]*"?$/

/** A request for people to read: no header, user or query parameter that usually carries a credential shows one. */
export function maskRequest(request: HttpRequest): HttpRequest {
  return {
    ...request,
    url: maskUrl(request.url),
    headers: request.headers.map(([name, value]) =>
      (isSecretName(name) || isLogin(value)) && !BY_REFERENCE.test(value)
        ? [name, '…']
        : [name, value],
    ),
  }
}

function maskUrl(url: string): string {
  return url
    .replace(/(?<=^https?:\/\/)[^/?#]+(?=@)/i, '…')
    .replace(/(?<=[?&])([^=&#]*)=([^&#]*)/g, (pair, name: string, value: string) =>
      value !== '' && isSecretName(name) ? `${name}=…` : pair,
    )
}
