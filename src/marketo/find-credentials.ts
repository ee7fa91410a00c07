/** A stretch of a text that is a credential somebody has typed. */
export interface FoundCredential {
  readonly start: number
  readonly end: number
  readonly message: string
}

/** What stands where a credential was taken out of a text that cannot hold a reference: a mistake until somebody settles it. */
export const LEFT_OUT = 'SECRET-LEFT-OUT'

/** Logins, keys in the query, and parts of the path that look like a key. */
export function credentialsInUrl(url: string): readonly FoundCredential[] {
  return [
    ...found(url, /(?<=^https?:\/\/)[^/?#@{}]+:[^/?#@{}]+(?=@)/gi, 'a login stands in the URL'),
    ...found(
      url,
      /(?<=[?&](?:api-?_?key|access-?_?token|auth-?_?token|secret|client_secret|password|passwd|pwd)=)(?!\{\{|\$\{|SECRET-LEFT-OUT)[^&#\s]{6,}/gi,
      'a credential stands in the query of the URL',
    ),
    ...found(
      url,
      /(?<=[?&](?:key|code|token|sig|signature)=)(?!\{\{|\$\{)[^&#\s]{16,}/gi,
      'a credential stands in the query of the URL',
      (value) => /[0-9]/.test(value) && /[a-z]/i.test(value),
    ),
    ...found(
      url,
      /(?<=\/)[A-Za-z0-9_=-]{24,}(?=[/?#]|$)/g,
      'a part of the path looks like a credential',
      looksRandom,
    ),
    ...found(url, /SECRET-LEFT-OUT/g, 'a credential was left out here when this was imported'),
  ]
}

/** Members and pairs of a template that are named like a credential. */
export function credentialsInTemplate(template: string): readonly FoundCredential[] {
  return [
    ...found(template, /SECRET-LEFT-OUT/g, 'a credential was left out here when this was imported'),
    ...found(
      template,
      /(?<=(?:api-?_?key|access-?_?token|auth-?_?token|client_?secret|secret|password|passwd|pwd)"?\s*[:=]\s*"?)(?!\{\{|\$\{|SECRET-LEFT-OUT)[^\s"&{}<>,]{6,}/gi,
      'a credential stands in the template',
    ),
  ]
}

function found(
  text: string,
  pattern: RegExp,
  message: string,
  isCredential: (value: string) => boolean = () => true,
): readonly FoundCredential[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: value, index }) =>
    isCredential(value) ? [{ start: index, end: index + value.length, message }] : [],
  )
}

/** Capitals, small letters and digits, several of each: a public id in hex is left in peace. */
function looksRandom(value: string): boolean {
  return [/[A-Z]/g, /[a-z]/g, /[0-9]/g].every((kind) => (value.match(kind)?.length ?? 0) >= 3)
}
