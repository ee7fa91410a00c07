/** The layers of src/, lowest first, and what each may import. ARCHITECTURE.md explains the table. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  diagnostic: ['base'],
  source: ['diagnostic', 'base'],
  marketo: ['base'],
  model: ['source', 'diagnostic', 'marketo', 'base'],
  lint: ['model', 'marketo', 'diagnostic', 'base'],
  compile: ['model', 'marketo', 'base'],
  emulate: ['compile', 'model', 'marketo', 'base'],
  diff: ['compile', 'model', 'marketo', 'base'],
  ledger: ['diagnostic', 'base'],
  steps: ['ledger', 'diff', 'compile', 'model', 'marketo', 'base'],
  receiver: ['emulate', 'compile', 'model', 'marketo', 'base'],
  render: ['receiver', 'steps', 'emulate', 'compile', 'model', 'marketo', 'diagnostic', 'base'],
  contract: ['receiver', 'emulate', 'compile', 'model', 'marketo', 'diagnostic', 'base'],
  compatibility: [
    'contract',
    'receiver',
    'emulate',
    'diff',
    'compile',
    'model',
    'marketo',
    'diagnostic',
    'base',
  ],
  report: [
    'compatibility',
    'contract',
    'steps',
    'ledger',
    'diff',
    'compile',
    'model',
    'marketo',
    'diagnostic',
    'source',
    'base',
  ],
  browser: ['contract', 'receiver', 'emulate', 'compile', 'marketo', 'base'],
  site: [
    'browser',
    'contract',
    'render',
    'receiver',
    'steps',
    'emulate',
    'compile',
    'model',
    'marketo',
    'diagnostic',
    'base',
  ],
  host: ['emulate', 'base'],
  cli: [
    'host',
    'site',
    'browser',
    'report',
    'compatibility',
    'contract',
    'render',
    'receiver',
    'steps',
    'ledger',
    'diff',
    'emulate',
    'compile',
    'lint',
    'model',
    'marketo',
    'source',
    'diagnostic',
    'base',
  ],
}

/** Folders that may talk to the world. */
export const SHELL: readonly string[] = ['host', 'cli']

/** What runs in a reader's browser and may use its page, clock and storage. The rest of the layer is pure. */
export const IN_PAGE = 'browser/page/'

/** Which folders may import a package: a library is a decision of one place. */
export const PACKAGE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  '@faker-js/faker': ['contract'],
  ajv: ['receiver'],
  'ajv-formats': ['receiver'],
  'beautiful-mermaid': ['site'],
  chokidar: ['host'],
  commander: ['cli'],
  'd3-scale': ['report'],
  diff: ['cli'],
  handlebars: ['render'],
  'ipaddr.js': ['emulate'],
  fflate: ['site'],
  'hast-util-to-html': ['report', 'site'],
  hastscript: ['report', 'site'],
  'jsonc-parser': ['marketo', 'model'],
  'mdast-util-from-markdown': ['render', 'site'],
  'mdast-util-gfm': ['report', 'render', 'site'],
  'mdast-util-to-hast': ['site'],
  'mdast-util-to-markdown': ['report', 'render'],
  'micromark-extension-gfm': ['render', 'site'],
  picocolors: ['report', 'cli'],
  'playwright-core': ['host'],
  saxes: ['marketo', 'site'],
  undici: ['host'],
  'write-file-atomic': ['host'],
  yaml: ['source'],
}

/** Pure built-ins that the core may use. */
export const PURE_BUILT_INS: readonly string[] = ['node:crypto']

/** Packages of which only types are used: nothing of them is there at run time. */
export const TYPE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  hast: ['report', 'site'],
  mdast: ['report', 'render', 'site'],
  sarif: ['report'],
}
