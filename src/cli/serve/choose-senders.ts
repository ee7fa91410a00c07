import { addressKind } from '../../emulate/address-kind.ts'
import { readSenders } from '../../emulate/sender-list.ts'
import { OUTBOUND_ADDRESSES } from '../../marketo/outbound-addresses.ts'
import { UsageError } from '../command.ts'

/** Who may call, with words for the reader. */
export interface Senders {
  readonly maySend: (address: string) => boolean
  readonly words: string
}

/**
 * This machine always may. Nobody else can reach a loopback address; where others can, Marketo's published
 * addresses are let in unless the reader says who else is.
 */
export function chooseSenders(
  allowed: readonly string[] | undefined,
  { address }: { readonly address: string },
): Senders {
  const entries = allowed ?? [isOwnMachine(address) ? 'any' : 'marketo']
  if (entries.includes('any')) return { maySend: () => true, words: 'whoever reaches it may call' }
  const listed = entries.flatMap((entry) =>
    entry === 'marketo' ? [...OUTBOUND_ADDRESSES.blocks, ...OUTBOUND_ADDRESSES.addresses] : [entry],
  )
  const reading = readSenders(listed)
  if (reading.status === 'invalid') {
    throw new UsageError(
      `"${reading.entry}" is neither an address nor a block such as 192.0.2.0/24, nor "marketo" or "any"`,
    )
  }
  const { isListed } = reading.list
  return {
    maySend: (sender) => addressKind(sender).kind === 'loopback' || isListed(sender),
    words: wordsOf(entries),
  }
}

/** `localhost`, or an address that only this machine has. */
export function isOwnMachine(address: string): boolean {
  return address === 'localhost' || addressKind(address).kind === 'loopback'
}

function wordsOf(entries: readonly string[]): string {
  const own = entries.filter((entry) => entry !== 'marketo')
  const marketo = entries.includes('marketo')
    ? [`Marketo's addresses as of ${OUTBOUND_ADDRESSES.asOf}, which all its customers share`]
    : []
  return `this machine may call, and ${[...own, ...marketo].join(', ')}`
}
