/** The local part and the domain of an address without quotes, in ASCII. Source: RFC 5322, "dot-atom"; RFC 5321, limits of length. */
const LOCAL = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const DOMAIN =
  /^(?=.{1,255}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

/** Whether a text is an e-mail address of the form that everybody takes for one. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  return at !== -1 && LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1))
}

/** Addresses that hold, one after the other, every sign that an address may: the plain one first. */
export const EMAIL_ADDRESSES: readonly string[] = [
  'a',
  ..."&+%='#/?",
  '%41',
  ...'{}|`!$*-^_~',
  '{{lead.Id}}',
  '${x}',
  'a.b',
  '0',
  'a'.repeat(64),
].map((local) => `${local}@example.com`)
