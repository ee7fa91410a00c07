import { cpus, loadavg } from 'node:os'

/** What was measured on, without its name. */
export function machine() {
  const load = loadavg()[0].toFixed(1)
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores, load ${load}, ${new Date().toISOString().slice(0, 10)}`
}
