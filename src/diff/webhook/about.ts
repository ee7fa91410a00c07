import type { Draft } from '../change.ts'

/** Which webhook a change belongs to, and which act of the set-up has another result. */
export function about(
  webhook: string,
  part: string,
  act: 'dialog' | 'headers' | 'mappings' | undefined,
): Pick<Draft, 'id' | 'subject' | 'steps'> {
  return {
    id: `webhook.${webhook}.${part}`,
    subject: { kind: 'webhook', id: webhook },
    steps: act === undefined ? [] : [`webhook.${webhook}.${act}`],
  }
}
