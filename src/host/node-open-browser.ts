import { spawn } from 'node:child_process'

/** Opens an address in the reader's own browser, and does not wait for it. */
export function openBrowser(url: string): void {
  const [command, words] = COMMANDS[process.platform] ?? ['xdg-open', []]
  const child = spawn(command, [...words, url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

const COMMANDS: Readonly<Record<string, readonly [command: string, words: readonly string[]]>> = {
  darwin: ['open', []],
  win32: ['explorer.exe', []],
}
