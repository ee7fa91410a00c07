import type { BodyFormat } from './body-format.ts'

/** Plain text: every token is a part of it, and nothing can be malformed. */
export const textBody: BodyFormat = {
  name: 'text',
  title: 'text',
  mediaTypes: ['text/plain'],
  fileExtension: 'txt',
  readTemplate: (parts) => ({
    tokens: parts.flatMap((part) =>
      part.kind === 'text'
        ? []
        : [{ token: part, context: 'text' as const, isAlone: parts.length === 1, path: undefined }],
    ),
    flaws: [],
  }),
  readBody: (body) => ({ status: 'read', value: body }),
}
