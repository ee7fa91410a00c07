import { isSecretName } from '../marketo/secret-names.ts'
import type { HttpRequest } from './call.ts'

/** A request for people to read: a header that usually carries a credential shows none, even one that was written out. */
export function maskRequest(request: HttpRequest): HttpRequest {
  return {
    ...request,
    url: request.url.replace(/(?<=^https?:\/\/)[^/?#@]+(?=@)/i, '…'),
    headers: request.headers.map(([name, value]) =>
      isSecretName(name) && !value.includes('$') ? [name, '…'] : [name, value],
    ),
  }
}
