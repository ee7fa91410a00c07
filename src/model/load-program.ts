import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { MappingEntry, MappingNode, SourceNode } from '../source/source-node.ts'
import { checkHasEnvironments, checkProgram, checkStepIds } from './check-references.ts'
import { checkSharedWebhooks } from './check-shared-webhooks.ts'
import { reportNoMap } from './decode/report-no-map.ts'
import { programDefinition, type ProgramDefinition } from './definitions/program-definition.ts'
import { OVERLAY_LAYERS } from './definitions/overlay-definition.ts'
import { checkAllowed, checkApplies, checkEffect, checkVariables } from './layers/check-overlay.ts'
import { keysOfPath, mergeMappings, nodeAt, removeAt } from './layers/merge-nodes.ts'
import { appliesTo, type OverlayFile } from './layers/overlay-file.ts'
import { checkOverridable, withoutForbiddenRemovals } from './layers/overridable.ts'
import { readOverlay } from './load-overlays.ts'
import { loadSchema, type SchemaLoading } from './load-schema.ts'
import { joinPath } from './paths.ts'
import type { DefinedProgram, Program } from './program.ts'
import type { Environment, Project } from './project.ts'
import {
  isSubstitutedAlike,
  revisionStamp,
  substituteVariables,
  unsetVariables,
  variablesFor,
  type MergedProgram,
  type ProgramVariables,
  type SubstitutedProgram,
} from './variables.ts'
import type { ContractSchema } from './webhook.ts'
import type { Deployment, ProgramFamily } from './workspace.ts'

export interface ProgramLoading extends SchemaLoading {
  readonly project: Project
  /** The project's `defaults`, as a layer below the program. */
  readonly defaults: SourceNode | undefined
}

/** Reads a program with its overlays, once for each of its environments; undefined when it is no map. */
export function loadProgram(folder: string, loading: ProgramLoading): ProgramFamily | undefined {
  const path = joinPath(folder, 'program.yaml')
  const file = { path, text: loading.reader.readText(path) ?? '' }
  loading.addFile(file)
  const { root, diagnostics } = parseYaml(file)
  diagnostics.forEach(loading.report)
  if (root?.kind !== 'mapping') {
    if (diagnostics.length === 0) reportNoMap(root, { path, kind: 'WebhookProgram' }, loading)
    return undefined
  }
  const id = folder.slice(folder.lastIndexOf('/') + 1)
  checkId(root, id, loading)
  const environments = environmentsOf(root, loading)
  const overlays = loadOverlays(folder, loading)
  checkOverridable(root).forEach(loading.report)
  overlays.flatMap((overlay) => checkAllowed(overlay, root)).forEach(loading.report)
  if (diagnostics.length === 0) {
    overlays.flatMap((overlay) => checkVariables(overlay, root)).forEach(loading.report)
  }
  overlays.flatMap((overlay) => checkApplies(overlay, environments)).forEach(loading.report)
  const applied = overlays.map((overlay) => withoutForbiddenRemovals(overlay, root))
  const base = withDefaults(root, loading.defaults)
  const deployments = deploy(base, applied, environments, loading)
  checkSharedWebhooks(deployments).forEach(loading.report)
  return {
    id,
    folder,
    base,
    deployments,
    overlays: overlays.map(({ file: path_, at, layer, name }) => ({
      file: path_,
      at,
      layer,
      name: name.value,
    })),
  }
}

function checkId(root: MappingNode, folder: string, { report }: ProgramLoading): void {
  const id = nodeAt(root, ['id'])
  if (id?.kind !== 'scalar' || id.text.value === folder) return
  report({
    rule: 'id-is-folder',
    severity: 'error',
    at: id.at,
    message: `the id "${id.text.value}" is not the name of the folder, "${folder}"`,
    help: `write "id: ${folder}", or rename the folder`,
  })
}

function environmentsOf(
  root: MappingNode,
  { project, report }: ProgramLoading,
): readonly Environment[] {
  const wanted = nodeAt(root, ['environments'])
  if (wanted?.kind !== 'sequence') return project.environments
  checkHasEnvironments(wanted).forEach(report)
  const known = project.environments.map(({ id }) => id.value)
  for (const item of wanted.items) {
    if (item.kind !== 'scalar' || known.includes(item.text.value)) continue
    report({
      rule: 'reference-defined',
      severity: 'error',
      at: item.at,
      message: `there is no environment "${item.text.value}"`,
      help: `known: ${known.join(', ')}`,
    })
  }
  return project.environments.filter(({ id }) =>
    wanted.items.some((item) => item.kind === 'scalar' && item.text.value === id.value),
  )
}

/** Weakest layer first; within a layer by file name. */
function loadOverlays(
  folder: string,
  { reader, addFile, report }: ProgramLoading,
): readonly OverlayFile[] {
  if (!reader.list(folder).includes('overlays/')) return []
  const names = reader.list(joinPath(folder, 'overlays')).filter((name) => name.endsWith('.yaml'))
  const overlays = names.flatMap((name) => {
    const path = joinPath(folder, `overlays/${name}`)
    const file = { path, text: reader.readText(path) ?? '' }
    addFile(file)
    const overlay = readOverlay(file, report)
    return overlay === undefined ? [] : [overlay]
  })
  return OVERLAY_LAYERS.flatMap((layer) => overlays.filter((overlay) => overlay.layer === layer))
}

function deploy(
  base: MappingNode,
  overlays: readonly OverlayFile[],
  environments: readonly Environment[],
  loading: ProgramLoading,
): readonly Deployment[] {
  const found: Diagnostic[] = []
  const inner = { ...loading, report: (diagnostic: Diagnostic) => void found.push(diagnostic) }
  const below = new Map<OverlayFile, MappingNode[]>(overlays.map((overlay) => [overlay, []]))
  const programs = environments.flatMap((environment): readonly MergedProgram[] => {
    let merged = base
    for (const overlay of overlays.filter((each) => appliesTo(each, environment))) {
      below.get(overlay)?.push(merged)
      merged = applyOverlay(merged, overlay)
    }
    const subscription = loading.project.subscriptions.find(
      ({ id }) => id.value === environment.subscription.value,
    )
    return subscription === undefined ? [] : [{ merged, environment, subscription }]
  })
  const definitions: DefinedOnce[] = []
  const deployments = programs.flatMap((program) => {
    const sharing = programs.filter(({ subscription }) => subscription === program.subscription)
    const variables = variablesFor(program, () => revisionStamp(sharing))
    const known = definitions.find((each) => isSubstitutedAlike(variables, each))
    const definition = known ?? defineProgram(variables, inner)
    if (known === undefined) definitions.push(definition)
    unsetVariables(variables).forEach(inner.report)
    return deployOne(definition, program)
  })
  for (const [overlay, layers] of below) checkEffect(overlay, layers).forEach(inner.report)
  orderDiagnostics(found).forEach(loading.report)
  return deployments
}

/** The project's defaults below the program: what the program says comes first, and it stays the program's map. */
function withDefaults(root: MappingNode, defaults: SourceNode | undefined): MappingNode {
  if (defaults?.kind !== 'mapping') return root
  const merged = mergeMappings(defaults, root)
  const isOwn = ({ key }: MappingEntry): boolean => nodeAt(root, [key.text.value]) !== undefined
  return {
    ...root,
    entries: [...merged.entries.filter(isOwn), ...merged.entries.filter((entry) => !isOwn(entry))],
  }
}

function applyOverlay(merged: MappingNode, overlay: OverlayFile): MappingNode {
  const kept = overlay.removes.reduce(
    (node, { value }) => removeAt(node, keysOfPath(node, value)),
    merged,
  )
  return mergeMappings(kept, overlay.sets)
}

/** What some environments get alike; undefined where it could not be read. */
interface DefinedOnce extends SubstitutedProgram {
  readonly program: DefinedProgram | undefined
}

function defineProgram(variables: ProgramVariables, loading: ProgramLoading): DefinedOnce {
  const { project } = loading
  const once = substituteVariables(variables, loading)
  const definition = programDefinition.decode(once.substituted, loading)
  if (definition === undefined) return { ...once, program: undefined }
  const ids = nodeAt(once.substituted, ['webhooks'])
  const webhookIds = ids?.kind === 'mapping' ? ids.entries.map(({ key }) => key.text.value) : []
  checkProgram(definition, project, webhookIds).forEach(loading.report)
  checkStepIds(definition).forEach(loading.report)
  const program: DefinedProgram = {
    ...definition,
    file: once.merged.at.file,
    webhooks: readContracts(definition, loading),
    pinnedAssumptions: pinnedOf(definition, project),
  }
  return { ...once, program }
}

function deployOne(
  { program, substituted }: DefinedOnce,
  { environment, subscription }: MergedProgram,
): readonly Deployment[] {
  if (program === undefined) return []
  return [
    {
      environment: environment.id.value,
      program: { ...program, environment, subscription },
      merged: substituted,
    },
  ]
}

function readContracts(
  definition: ProgramDefinition,
  loading: ProgramLoading,
): Program['webhooks'] {
  const read = (node: SourceNode | undefined): ContractSchema | undefined =>
    node === undefined ? undefined : loadSchema(node, node.at.file, loading)
  return definition.webhooks.map((webhook) => ({
    ...webhook,
    request: read(webhook.request),
    response: read(webhook.response),
  }))
}

/** A program's own pin wins over the project's. */
function pinnedOf(definition: ProgramDefinition, project: Project): Program['pinnedAssumptions'] {
  const own = definition.pinnedAssumptions
  const others = project.pinnedAssumptions.filter(
    ({ id }) => !own.some((pin) => pin.id.value === id.value),
  )
  return [...own, ...others]
}
