import type { ValueForm } from '../field-types/field-type.ts'

/** Operators of filters by the form of the field. Source: Experience League, "Smart List Filter Operators Glossary". */
export const OPERATORS: Readonly<Record<ValueForm | 'date', readonly string[]>> = {
  text: [
    'is',
    'is not',
    'starts with',
    'not starts with',
    'contains',
    'not contains',
    'is empty',
    'is not empty',
  ],
  number: [
    'is',
    'is not',
    'between',
    'greater than',
    'less than',
    'at least',
    'at most',
    'is empty',
    'is not empty',
  ],
  boolean: [],
  date: [
    'is',
    'is not',
    'between',
    'in past',
    'in past before',
    'in future',
    'in future after',
    'in time frame',
    'after',
    'before',
    'on or after',
    'on or before',
    'is empty',
    'is not empty',
  ],
}
