/** Whether a header of that name usually carries a credential. Names: RFC 9110 and what services use. */
export function isSecretName(name: string): boolean {
  return /^(?:proxy-)?authorization$|secret|password|passwd|api-?_?key|auth-?_?token|access-?_?token|^cookie$/i.test(
    name,
  )
}

/** Whether a header's value is a credential behind the name of its scheme, whatever the header is called. */
export function isLogin(value: string): boolean {
  return /^\s*(?:Bearer|Basic)\s+\S{6,}\s*$/i.test(value)
}
