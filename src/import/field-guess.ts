import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import { STANDARD_FIELDS } from '../marketo/fields/standard-fields.ts'
import { findTokenField } from '../marketo/tokens/find-token-field.ts'
import { parseTemplate, type TokenPart } from '../marketo/tokens/parse-template.ts'
import { tokenKey } from '../marketo/tokens/token-key.ts'

/** A token that a member of a request may have come from. */
export interface TokenCandidate {
  readonly token: TokenPart
  readonly key: string
  readonly field: FieldDefinition
}

/** Table: names that many APIs give to what Marketo calls otherwise. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  leadid: 'lead.Id',
  marketoid: 'lead.Id',
  marketoleadid: 'lead.Id',
  personid: 'lead.Id',
  mail: 'lead.Email Address',
  emailaddress: 'lead.Email Address',
  fname: 'lead.First Name',
  lname: 'lead.Last Name',
  surname: 'lead.Last Name',
  givenname: 'lead.First Name',
  familyname: 'lead.Last Name',
  jobtitle: 'lead.Job Title',
  mobile: 'lead.Mobile Phone Number',
  zip: 'lead.Postal Code',
  zipcode: 'lead.Postal Code',
  score: 'lead.Lead Score',
  companyname: 'company.Company Name',
  organization: 'company.Company Name',
  organisation: 'company.Company Name',
  account: 'company.Company Name',
  accountname: 'company.Company Name',
  employees: 'company.Num Employees',
  campaignid: 'campaign.id',
  campaignname: 'campaign.name',
  programid: 'program.id',
  programname: 'program.name',
  munchkinid: 'system.munchkinId',
}

/** Words that mean something else in most APIs: only a known lead shows that they are a field. */
const TOO_COMMON: ReadonlySet<string> = new Set(['state', 'role', 'site', 'id'])

/** Names under which an API tells when it was called. */
const WHEN = /(?:time|timestamp|date|at|on)$/

export interface NamedMember {
  readonly path: readonly (string | number)[]
  /** Its value, where it is a text. */
  readonly text: string
  /** True where a known lead will show whether the guess is right. */
  readonly isChecked: boolean
}

/** The token that a name suggests; undefined where none does. A guess, and nothing more. */
export function candidateByName({
  path,
  text,
  isChecked,
}: NamedMember): TokenCandidate | undefined {
  const names = path.filter((step) => typeof step === 'string').map(plainName)
  const name = names.at(-1) ?? ''
  const parent = names.at(-2) ?? ''
  if (/^(?:company|account|organi[sz]ation)$/.test(parent)) {
    const own = candidateNamed(OTHER_NAMES[parent + name]) ?? fieldNamed(name, 'company')
    if (own !== undefined) return own
    if (name === 'name') return candidateNamed('company.Company Name')
  }
  if (/^(?:lead|person|contact|marketo)$/.test(parent) && name === 'id')
    return candidateNamed('lead.Id')
  const known = candidateNamed(OTHER_NAMES[name])
  if (known !== undefined) return known
  if (TOO_COMMON.has(name) && !isChecked) return undefined
  const field = fieldNamed(name, 'lead') ?? fieldNamed(name, 'company')
  if (field !== undefined) return field
  const isMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)
  return isMoment && WHEN.test(name) ? candidateNamed('system.dateTime') : undefined
}

/** By the key of a token, as a lead holds it: `lead.email address`. */
export function candidateNamed(path: string | undefined): TokenCandidate | undefined {
  const [token] = path === undefined ? [] : parseTemplate(`{{${path}}}`)
  if (token?.kind !== 'token') return undefined
  const { field } = findTokenField(token, { fields: STANDARD_FIELDS, myTokens: [] })
  if (field === undefined) return undefined
  const written = parseTemplate(`{{${token.namespace}.${field.displayName}}}`)[0]
  const own = written?.kind === 'token' ? written : token
  return { token: own, key: tokenKey(own), field }
}

function fieldNamed(name: string, owner: FieldDefinition['owner']): TokenCandidate | undefined {
  const found = STANDARD_FIELDS.find(
    (field) =>
      field.owner === owner &&
      [field.displayName, field.restName ?? ''].some((each) => plainName(each) === name),
  )
  return found === undefined ? undefined : candidateNamed(`${owner}.${found.displayName}`)
}

function plainName(name: string | number): string {
  return String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
