import type { FieldTypeName } from '../field-types/field-type.ts'
import type { PersonalClass } from './personal-class.ts'

/** Whether an e-mail field holds any text, or nothing but addresses. */
export type EmailValues = 'any-text' | 'addresses-only'

/** The object that holds a field; `token` stands for values that are no field (system, campaign, trigger, …). */
export type FieldOwner = 'lead' | 'company' | 'member' | 'token'

/**
 * One field in its three vocabularies: tokens use the display name, response mappings the SOAP name,
 * REST the REST name.
 */
export interface FieldDefinition {
  readonly owner: FieldOwner
  readonly displayName: string
  readonly restName: string | undefined
  /** Undefined where no SOAP name is known: such a field cannot be the target of a mapping. */
  readonly soapName: string | undefined
  readonly type: FieldTypeName
  /** In characters; undefined where the type alone sets the limit. */
  readonly length: number | undefined
  /** True for values that exist for every call: `lead.Id`, `system.dateTime`, `campaign.id`. */
  readonly isAlwaysSet: boolean
  readonly isReadOnly: boolean
  /** What the assumption `email-values` is pinned to; undefined where it is open, and for other types. */
  readonly holds?: EmailValues
  /** What the definition says of a custom field; undefined where it says nothing, and for standard fields. */
  readonly personal?: PersonalClass | 'none'
  readonly source: string
}
