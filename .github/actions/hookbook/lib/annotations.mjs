/** The annotations of several commands as one list: GitHub shows ten of a kind for each step. */

const MOST = 10

/** As hookbook calls them, and as the runner does. */
const KINDS = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
]

/** The most serious first, at most ten of a kind, the rest counted. */
export function mergeAnnotations(reports) {
  const lines = reports.flatMap((report) => report.split('\n'))
  return KINDS.flatMap(([severity, command]) => {
    const own = [...new Set(lines.filter((line) => line.startsWith(`::${command} `)))]
    const rest = Math.max(0, own.length - MOST) + alreadyLeftOut(lines, severity)
    const more = rest > 0 ? [`and ${rest} more of severity ${severity}; see the log`] : []
    return [...own.slice(0, MOST), ...more]
  })
}

/** How many the commands themselves have not shown. */
function alreadyLeftOut(lines, severity) {
  return lines.reduce((sum, line) => {
    const [, count = '0', of] = /^and (\d+) more of severity (\w+); see the log$/.exec(line) ?? []
    return of === severity ? sum + Number(count) : sum
  }, 0)
}
