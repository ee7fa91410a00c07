/** What kind of personal data a field holds: for the owner of the endpoint, who must protect it. */
export type PersonalClass = 'identifier' | 'contact' | 'free text' | 'behavioural'

/** The four classes, most telling first. */
export const PERSONAL_CLASSES: readonly PersonalClass[] = [
  'identifier',
  'contact',
  'free text',
  'behavioural',
]
