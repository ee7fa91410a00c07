/** A word that a new reader meets on this page. */
export interface GlossaryEntry {
  readonly word: string
  readonly meaning: string
}

/** Table: the eight words without which the page cannot be read. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    word: 'Webhook',
    meaning:
      "an entry in Marketo's Admin screen that says which address is called, with which text, and what becomes of the answer",
  },
  {
    word: 'Smart campaign',
    meaning:
      'who enters (smart list), what happens (flow), how often and whether at all (schedule); only one with a trigger can call a webhook',
  },
  {
    word: 'Token',
    meaning: 'a place in a text, in double braces, where Marketo puts a value of the person',
  },
  {
    word: 'My Token',
    meaning: 'a token whose value is set on the program, so that each region can have its own',
  },
  {
    word: 'Template',
    meaning:
      'the text of the call with its tokens; what arrives after they are replaced is the payload',
  },
  {
    word: 'Response mapping',
    meaning: 'which part of the answer is written to which field of the person',
  },
  {
    word: 'Qualification rule',
    meaning: 'how often the same person may go through a campaign; without a change, only once',
  },
  {
    word: 'Activity log',
    meaning: 'what Marketo has noted about one person: each call, with its response and error type',
  },
]
