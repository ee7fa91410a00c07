/** Runs the built command line in this process: starting Node two hundred times would measure nothing else. */
import { built } from './load-project.mjs'

const { main } = await built('cli/main.js')
const { nodeHost } = await built('host/node-host.js')
const { nodeFiles } = await built('host/node-files.js')
const host = nodeHost()

/** What a command printed, its exit code, and how long it took. */
export async function runHookbook(folder, args) {
  const before = process.cwd()
  const output = { stdout: '', stderr: '' }
  process.chdir(folder)
  const start = performance.now()
  try {
    const status = await main(args, capturing(folder, output))
    return { ...output, status, seconds: (performance.now() - start) / 1000 }
  } finally {
    process.chdir(before)
  }
}

function capturing(folder, output) {
  const stream = (name) => ({
    isTerminal: false,
    columns: 80,
    write: (text) => {
      output[name] += text
    },
  })
  return { ...host, files: nodeFiles(folder), stdout: stream('stdout'), stderr: stream('stderr') }
}
