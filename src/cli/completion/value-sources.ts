/** Where the values of an option or an argument come from. */
export type ValueSource =
  | 'checks'
  | 'environments'
  | 'faults'
  | 'formats'
  | 'found-cases'
  | 'leads'
  | 'programs'
  | 'revisions'
  | 'rules'
  | 'schemas'
  | 'secrets'
  | 'subscriptions'
  | 'webhooks'

/** By the long name of an option, or the name of an argument. What is not listed has choices, or is free. */
export const VALUE_SOURCES: Readonly<Record<string, ValueSource>> = {
  '--although-unproven-in': 'environments',
  '--compare': 'programs',
  '--env': 'environments',
  '--fault': 'faults',
  '--format': 'formats',
  '--lead': 'leads',
  '--only': 'checks',
  '--repeat-is-safe': 'webhooks',
  '--replay': 'found-cases',
  '--webhook': 'webhooks',
  '--program': 'programs',
  '--subscription': 'subscriptions',
  from: 'revisions',
  id: 'rules',
  kind: 'schemas',
  program: 'programs',
  programs: 'programs',
  secret: 'secrets',
  to: 'revisions',
}
