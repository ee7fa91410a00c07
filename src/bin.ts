#!/usr/bin/env node
import nodeModule from 'node:module'
import { main } from './cli/main.ts'
import { nodeHost } from './host/node-host.ts'

// Newer than the types that we compile against: it only makes the next start faster.
if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
  nodeModule.enableCompileCache()
}
void run()

/** A function of its own: the bundle is CommonJS, which has no await at the top of a file. */
async function run(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), nodeHost()).catch((error: unknown) => {
    process.stderr.write(
      `hookbook: internal fault, please report it\n${String(error instanceof Error ? error.stack : error)}\n`,
    )
    return 3
  })
}
