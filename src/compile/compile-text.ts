import { spanWithin, type LocatedText } from '../base/located-text.ts'
import { findTokenField } from '../marketo/tokens/find-token-field.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import type { TokenScopeContents } from '../marketo/tokens/token-kind.ts'
import { tokenKey } from '../marketo/tokens/token-key.ts'
import type { CompiledText } from './compiled-program.ts'

/** A text with its tokens resolved, each with the place where it was written. */
export function compileText(text: LocatedText, contents: TokenScopeContents): CompiledText {
  const parts = parseTemplate(text.value).map((part) =>
    part.kind === 'text'
      ? { kind: 'text' as const, text: part.text }
      : {
          kind: 'token' as const,
          token: part,
          key: tokenKey(part),
          field: findTokenField(part, contents).field,
          at: spanWithin(text, part.start, part.end),
        },
  )
  return { text, parts }
}
