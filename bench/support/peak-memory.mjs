/** Runs the command line in this process, and tells on stderr how many kilobytes it took at most. */
process.on('exit', () => {
  process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`)
})
process.argv.splice(1, 1, 'hookbook')
await import('../../dist/bin.cjs')
