import type {
  CompiledText,
  CompiledWebhook,
  TokenUse,
} from '../../../src/compile/compiled-program.ts'
import type { TokenContext } from '../../../src/marketo/body-formats/body-format.ts'
import { bodyFormatNamed } from '../../../src/marketo/body-formats/body-formats.ts'
import { readHeaderTemplate } from '../../../src/marketo/body-formats/read-header-template.ts'
import { readUrlTemplate } from '../../../src/marketo/body-formats/read-url-template.ts'
import { parseTemplate } from '../../../src/marketo/tokens/parse-template.ts'
import { placeTokens } from '../../../src/contract/placed-use.ts'

type Read = Parameters<typeof placeTokens>[1]

/** The same webhook with one token in it, wherever it stands, and harmless text in place of all others. */
export function isolate(webhook: CompiledWebhook, only: TokenUse): CompiledWebhook {
  const { template, url, headers, typedTemplate } = webhook
  const { readTemplate } = bodyFormatNamed(webhook.bodyFormat)
  const alone = template === undefined ? undefined : isolateText(template, only, readTemplate)
  const isDoubled = typedTemplate !== template?.text.value
  const typed = isDoubled ? alone?.text.value.replaceAll('\\', '\\\\') : alone?.text.value
  return {
    ...webhook,
    url: isolateText(url, only, readUrlTemplate),
    template: alone,
    typedTemplate: typed,
    headers: headers.map((header) =>
      header.kind === 'text'
        ? { ...header, value: isolateText(header.value, only, readHeaderTemplate) }
        : header,
    ),
  }
}

function isolateText(text: CompiledText, only: TokenUse, read: Read): CompiledText {
  const contexts = new Map(placeTokens(text, read).map(({ use, placed }) => [use, placed.context]))
  const value = text.parts
    .map((part, nth) => {
      if (part.kind === 'text') return part.text
      return part.key === only.key ? part.token.raw : harmless(contexts.get(part), nth)
    })
    .join('')
  const parts = parseTemplate(value).map((part) =>
    part.kind === 'text' ? { kind: 'text' as const, text: part.text } : { ...only, token: part },
  )
  return { text: { ...text.text, value }, parts }
}

function harmless(context: TokenContext | undefined, nth: number): string {
  if (context === 'json-value' || context === 'url-host') return '1'
  return `x${nth}`
}
