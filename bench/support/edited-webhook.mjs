/** The files of a project whose one webhook has a schema on one side of its contract. */
const PROJECT = {
  apiVersion: 'hookbook/v1',
  kind: 'Project',
  name: 'edited',
  subscriptions: { production: { stage: 'production' } },
  environments: { prod: { subscription: 'production' } },
}

/** What loading needs of a file system, in memory. JSON is YAML. */
export function editedProject({ program, side }, schema) {
  const webhook = { ...program.webhooks.w, [side]: schema }
  const files = {
    'project.yaml': JSON.stringify(PROJECT),
    'p/program.yaml': JSON.stringify({ ...program, webhooks: { w: webhook } }),
  }
  return {
    readText: (path) => files[path],
    list: (folder) =>
      folder === '' ? ['p/', 'project.yaml'] : folder === 'p' ? ['program.yaml'] : [],
  }
}
