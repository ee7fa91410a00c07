import type { FieldDefinition } from './field-definition.ts'
import { PERSONAL_CLASSES, type PersonalClass } from './personal-class.ts'

/** Why a class matters to whoever receives it. */
export const CLASS_REASONS: Readonly<Record<PersonalClass, string>> = {
  identifier: 'it leads to one person, alone or together with another system',
  contact: 'it is a way to reach the person',
  'free text': 'somebody has typed it, so anything may stand in it, also about health or others',
  behavioural: 'it tells what the person did, or what was concluded from it',
}

/**
 * Table: personal data by token key (`lead.email address`, lower case), with what the field's meaning
 * says. What stands in no row, a custom field, is judged by its type unless the definition says it;
 * company data is personal only where it names or reaches a person. Names of fields: Experience League, "Tokens Overview"; the classes are ours.
 */
const CLASSES: Readonly<Record<PersonalClass | 'none', readonly string[]>> = {
  identifier: [
    'lead.id',
    'lead.first name',
    'lead.middle name',
    'lead.last name',
    'lead.full name',
    'lead.salutation',
    'lead.date of birth',
    'lead.anonymous ip',
    'lead.sfdc id',
    'lead.lead owner first name',
    'lead.lead owner last name',
    'trigger.client ip address',
    'trigger.agent name',
    'trigger.sent by',
    'trigger.received by',
  ],
  contact: [
    'lead.email address',
    'lead.phone number',
    'lead.mobile phone number',
    'lead.fax number',
    'lead.address',
    'lead.city',
    'lead.state',
    'lead.postal code',
    'lead.country',
    'lead.lead owner email address',
    'company.account owner email address',
    'trigger.agent email',
  ],
  'free text': [
    'lead.job title',
    'lead.department',
    'lead.role',
    'lead.person notes',
    'lead.do not call reason',
    'lead.unsubscribed reason',
    'lead.last interesting moment desc',
    'company.company notes',
    'trigger.conversation summary',
    'trigger.search query',
    'trigger.details',
  ],
  behavioural: [
    'lead.lead score',
    'lead.lead rating',
    'lead.lead status',
    'lead.lead source',
    'lead.do not call',
    'lead.unsubscribed',
    'lead.marketing suspended',
    'lead.black listed',
    'lead.email invalid',
    'lead.email invalid cause',
    'lead.inferred city',
    'lead.inferred company',
    'lead.inferred country',
    'lead.inferred metropolitan area',
    'lead.inferred phone area code',
    'lead.inferred postal code',
    'lead.inferred state region',
    'lead.is customer',
    'lead.is employee',
    'lead.is partner',
    'lead.acquisition date',
    'lead.acquisition program',
    'lead.acquisition program name',
    'lead.last interesting moment date',
    'lead.last interesting moment source',
    'lead.last interesting moment type',
    'lead.original referrer',
    'lead.original search engine',
    'lead.original search phrase',
    'lead.original source info',
    'lead.original source type',
    'lead.registration source info',
    'lead.registration source type',
    'trigger.trigger name',
    'trigger.name',
    'trigger.link',
    'trigger.subject',
    'trigger.category',
    'trigger.web page',
    'trigger.referrer',
    'trigger.search engine',
    'trigger.browser',
    'trigger.conversation status',
    'trigger.goal name',
    'trigger.meeting status',
    'trigger.scheduled for',
    'trigger.document name',
    'trigger.document url',
    'trigger.page url',
  ],
  none: [
    'lead.created at',
    'lead.updated at',
    'lead.sfdc created date',
    'lead.sfdc is deleted',
    'lead.sfdc type',
    'company.address',
    'company.annual revenue',
    'company.city',
    'company.company name',
    'company.country',
    'company.industry',
    'company.main phone',
    'company.num employees',
    'company.parent company name',
    'company.postal code',
    'company.sfdc account num',
    'company.sfdc created date',
    'company.sfdc type',
    'company.sic code',
    'company.site',
    'company.state',
    'company.website',
  ],
}

const BY_KEY: ReadonlyMap<string, PersonalClass | 'none'> = new Map(
  ([...PERSONAL_CLASSES, 'none'] as const).flatMap((name) =>
    CLASSES[name].map((key) => [key, name] as const),
  ),
)

/** What a token shows of a person; undefined for what is no personal data, or not known to be. */
export function personalClassOf(
  key: string,
  field: FieldDefinition | undefined,
): PersonalClass | undefined {
  const stated = statedClassOf(key, field)
  return stated === undefined ? classByType(field) : stated === 'none' ? undefined : stated
}

/** The class that the definition or the table gives; undefined for a custom field of which neither says anything. */
export function statedClassOf(
  key: string,
  field: FieldDefinition | undefined,
): PersonalClass | 'none' | undefined {
  return field?.personal ?? BY_KEY.get(key.toLowerCase())
}

function classByType(field: FieldDefinition | undefined): PersonalClass | undefined {
  if (field?.owner !== 'lead' && field?.owner !== 'member') return undefined
  switch (field.type) {
    case 'email':
    case 'phone':
      return 'contact'
    case 'text':
      return 'free text'
    case 'score':
      return 'behavioural'
    default:
      return undefined
  }
}
