import { make } from './make.ts'

/** Hands a file to the reader, without a server. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  make('a', { href: address, download: name }).click()
  // Once the browser has taken the bytes: not before the click has been worked off.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
