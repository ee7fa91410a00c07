import type { FieldTypeName } from '../field-types/field-type.ts'
import type { FieldDefinition, FieldOwner } from './field-definition.ts'

/** Display name, REST name, SOAP name (`-` where none is known), type. A `*` marks a value that is always set. */
type Row = readonly [display: string, rest: string, soap: string, type: FieldTypeName, mark?: '*']

/**
 * Table: the fields of a person, in their three vocabularies.
 * Sources: Experience League, "Tokens Overview" (display names), "Standard Fields" (REST and SOAP
 * names); Adobe Sales Qualifier documentation, "Set Up Marketing Highlights" (CRM and scoring fields).
 * Fields that the system manages have no SOAP name and cannot be mapped onto.
 */
const PERSON: readonly Row[] = [
  ['Acquisition Date', 'acquisitionDate', '-', 'datetime'],
  ['Acquisition Program', 'acquisitionProgramId', '-', 'string'],
  ['Acquisition Program Name', '-', '-', 'string'],
  ['Address', 'address', 'Address', 'text'],
  ['Anonymous IP', 'anonymousIP', 'AnonymousIP', 'string'],
  ['Black Listed', 'blackListed', '-', 'boolean'],
  ['City', 'city', 'City', 'string'],
  ['Country', 'country', 'Country', 'string'],
  ['Created At', 'createdAt', '-', 'datetime', '*'],
  ['Date of Birth', 'dateOfBirth', 'DateofBirth', 'date'],
  ['Department', 'department', 'Department', 'string'],
  ['Do Not Call', 'doNotCall', 'DoNotCall', 'boolean'],
  ['Do Not Call Reason', 'doNotCallReason', 'DoNotCallReason', 'string'],
  ['Email Address', 'email', 'Email', 'email'],
  ['Email Invalid', 'emailInvalid', '-', 'boolean'],
  ['Email Invalid Cause', 'emailInvalidCause', '-', 'string'],
  ['Fax Number', 'fax', 'Fax', 'phone'],
  ['First Name', 'firstName', 'FirstName', 'string'],
  ['Full Name', '-', '-', 'string'],
  ['Id', 'id', '-', 'integer', '*'],
  ['Inferred City', 'inferredCity', '-', 'string'],
  ['Inferred Company', 'inferredCompany', 'InferredCompany', 'string'],
  ['Inferred Country', 'inferredCountry', 'InferredCountry', 'string'],
  ['Inferred Metropolitan Area', 'inferredMetropolitanArea', '-', 'string'],
  ['Inferred Phone Area Code', 'inferredPhoneAreaCode', '-', 'string'],
  ['Inferred Postal Code', 'inferredPostalCode', '-', 'string'],
  ['Inferred State Region', 'inferredStateRegion', '-', 'string'],
  ['Is Customer', '-', '-', 'boolean'],
  ['Is Employee', '-', '-', 'boolean'],
  ['Is Partner', '-', '-', 'boolean'],
  ['Job Title', 'title', 'Title', 'string'],
  ['Last Interesting Moment Date', '-', '-', 'datetime'],
  ['Last Interesting Moment Desc', '-', '-', 'text'],
  ['Last Interesting Moment Source', '-', '-', 'string'],
  ['Last Interesting Moment Type', '-', '-', 'string'],
  ['Last Name', 'lastName', 'LastName', 'string'],
  ['Lead Owner Email Address', '-', '-', 'email'],
  ['Lead Owner First Name', '-', '-', 'string'],
  ['Lead Owner Last Name', '-', '-', 'string'],
  ['Lead Rating', 'rating', 'Rating', 'string'],
  ['Lead Score', 'leadScore', 'LeadScore', 'score'],
  ['Lead Source', 'leadSource', 'LeadSource', 'string'],
  ['Lead Status', 'leadStatus', 'LeadStatus', 'string'],
  ['Marketing Suspended', 'marketingSuspended', '-', 'boolean'],
  ['Middle Name', 'middleName', 'MiddleName', 'string'],
  ['Mobile Phone Number', 'mobilePhone', 'MobilePhone', 'phone'],
  ['Original Referrer', 'originalReferrer', '-', 'url'],
  ['Original Search Engine', 'originalSearchEngine', '-', 'string'],
  ['Original Search Phrase', 'originalSearchPhrase', '-', 'string'],
  ['Original Source Info', 'originalSourceInfo', '-', 'string'],
  ['Original Source Type', 'originalSourceType', '-', 'string'],
  ['Person Notes', '-', '-', 'text'],
  ['Phone Number', 'phone', 'Phone', 'phone'],
  ['Postal Code', 'postalCode', 'PostalCode', 'string'],
  ['Registration Source Info', 'registrationSourceInfo', '-', 'string'],
  ['Registration Source Type', 'registrationSourceType', '-', 'string'],
  ['Role', 'leadRole', 'LeadRole', 'string'],
  ['Salutation', 'salutation', 'Salutation', 'string'],
  ['SFDC Created Date', '-', '-', 'datetime'],
  ['SFDC ID', '-', '-', 'string'],
  ['SFDC Is Deleted', '-', '-', 'boolean'],
  ['SFDC Type', '-', '-', 'string'],
  ['State', 'state', 'State', 'string'],
  ['Unsubscribed', 'unsubscribed', 'Unsubscribed', 'boolean'],
  ['Unsubscribed Reason', 'unsubscribedReason', 'UnsubscribedReason', 'string'],
  ['Updated At', 'updatedAt', '-', 'datetime', '*'],
]

/** The fields of a person's company. Sources as above. */
const COMPANY: readonly Row[] = [
  ['Account Owner Email Address', '-', '-', 'email'],
  ['Address', 'billingStreet', 'BillingStreet', 'text'],
  ['Annual Revenue', 'annualRevenue', 'AnnualRevenue', 'currency'],
  ['City', 'billingCity', 'BillingCity', 'string'],
  ['Company Name', 'company', 'Company', 'string'],
  ['Company Notes', '-', '-', 'text'],
  ['Country', 'billingCountry', 'BillingCountry', 'string'],
  ['Industry', 'industry', 'Industry', 'string'],
  ['Main Phone', 'mainPhone', 'MainPhone', 'phone'],
  ['Num Employees', 'numberOfEmployees', 'NumberOfEmployees', 'integer'],
  ['Parent Company Name', '-', '-', 'string'],
  ['Postal Code', 'billingPostalCode', 'BillingPostalCode', 'string'],
  ['SFDC Account Num', '-', '-', 'string'],
  ['SFDC Created Date', '-', '-', 'datetime'],
  ['SFDC Type', '-', '-', 'string'],
  ['SIC Code', 'sicCode', 'SICCode', 'string'],
  ['Site', 'site', 'Site', 'string'],
  ['State', 'billingState', 'BillingState', 'string'],
  ['Website', 'website', 'Website', 'url'],
]

/** Every standard field that a token can show. */
export const STANDARD_FIELDS: readonly FieldDefinition[] = [
  ...PERSON.map((row) => define('lead', row)),
  ...COMPANY.map((row) => define('company', row)),
]

/** The field with exactly this SOAP name: what Marketo's mapping dialog calls "Marketo Field". */
export function fieldBySoapName(
  soapName: string,
  fields: readonly FieldDefinition[],
): FieldDefinition | undefined {
  return fields.find((field) => field.soapName === soapName)
}

function define(owner: FieldOwner, [displayName, rest, soap, type, mark]: Row): FieldDefinition {
  return {
    owner,
    displayName,
    restName: rest === '-' ? undefined : rest,
    soapName: soap === '-' ? undefined : soap,
    type,
    length: undefined,
    isAlwaysSet: mark === '*',
    isReadOnly: soap === '-',
    source: 'Experience League, "Tokens Overview" and "Standard Fields"',
  }
}
