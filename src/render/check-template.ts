import { nearest } from '../base/nearest.ts'
import { offsetOf, parseHandlebars } from './parse-handlebars.ts'
import { PARTIALS, TEMPLATE_SHAPES } from './template-shapes.ts'
import type { TextProblem } from './text-problem.ts'
import type { Shape } from './view.ts'

/** Where in a view a template stands: the innermost group last. */
interface Scope {
  readonly text: string
  readonly name: string
  readonly groups: readonly Shape[]
  readonly isInEach: boolean
}

/**
 * What is wrong with a team's template: it does not parse, uses a value that its section does not have,
 * names no partial, or holds logic. Nothing is rendered for that.
 */
export function checkTemplate(name: string, text: string): readonly TextProblem[] {
  const parse = parseHandlebars(text)
  if (parse.status === 'broken') return [parse.problem]
  const shape = TEMPLATE_SHAPES[name] ?? {}
  return checkProgram(parse.program, { text, name, groups: [shape], isInEach: false })
}

function checkProgram(program: hbs.AST.Program | undefined, scope: Scope): readonly TextProblem[] {
  return (program?.body ?? []).flatMap((statement) => checkStatement(statement, scope))
}

function checkStatement(statement: hbs.AST.Statement, scope: Scope): readonly TextProblem[] {
  if (isContent(statement)) return []
  if (isMustache(statement)) return checkMustache(statement, scope)
  if (isBlock(statement)) return checkBlock(statement, scope)
  if (isPartial(statement)) return checkPartial(statement, scope)
  return [noLogic(statement, scope)]
}

function checkMustache(statement: hbs.AST.MustacheStatement, scope: Scope): readonly TextProblem[] {
  if (statement.params.length > 0 || !isPath(statement.path)) return [noLogic(statement, scope)]
  const found = resolve(statement.path, scope)
  if (found.status === 'unknown') return [found.problem]
  if (typeof found.shape === 'string') return []
  return [
    problem(
      statement.path,
      scope,
      `"${statement.path.original}" is no text`,
      `show what is in it: {{#each ${statement.path.original}}} … {{/each}}`,
    ),
  ]
}

function checkBlock(statement: hbs.AST.BlockStatement, scope: Scope): readonly TextProblem[] {
  const [param, ...others] = statement.params
  const helper = statement.path.original
  const isKnown = ['if', 'unless', 'each'].includes(helper)
  if (!isKnown || param === undefined || others.length > 0 || !isPath(param)) {
    return [noLogic(statement, scope)]
  }
  const found = resolve(param, scope)
  if (found.status === 'unknown') return [found.problem]
  if (helper !== 'each') {
    return [...checkProgram(statement.program, scope), ...checkProgram(statement.inverse, scope)]
  }
  const item = Array.isArray(found.shape) ? found.shape[0] : undefined
  if (item === undefined) {
    return [
      problem(param, scope, `"${param.original}" is no list`, `use it as {{${param.original}}}`),
    ]
  }
  const inner = { ...scope, groups: [...scope.groups, item], isInEach: true }
  return [...checkProgram(statement.program, inner), ...checkProgram(statement.inverse, scope)]
}

function checkPartial(statement: hbs.AST.PartialStatement, scope: Scope): readonly TextProblem[] {
  if (statement.params.length > 0 || statement.hash !== undefined || !isPath(statement.name)) {
    return [noLogic(statement, scope)]
  }
  const wanted = statement.name.original
  if (!PARTIALS.includes(wanted)) {
    const meant = nearest(wanted, PARTIALS)
    const help =
      meant === undefined ? `there are: ${PARTIALS.join(', ')}` : `did you mean "${meant}"?`
    return [problem(statement, scope, `there is no partial "${wanted}"`, help)]
  }
  if (PARTIALS.includes(scope.name)) {
    return [
      problem(
        statement,
        scope,
        `a partial cannot hold the partial "${wanted}"`,
        'write its text here',
      ),
    ]
  }
  const missing = missingNames(TEMPLATE_SHAPES[wanted], scope.groups.at(-1))
  if (missing.length === 0) return []
  return [
    problem(
      statement,
      scope,
      `the partial "${wanted}" has no values here`,
      `use it within {{#each steps}} … {{/each}}; it needs: ${missing.join(', ')}`,
    ),
  ]
}

function missingNames(needed: Shape | undefined, there: Shape | undefined): readonly string[] {
  const names = namesIn(there)
  return namesIn(needed).filter((name) => !names.includes(name))
}

type Resolution =
  | { readonly status: 'known'; readonly shape: Shape }
  | { readonly status: 'unknown'; readonly problem: TextProblem }

function resolve(path: hbs.AST.PathExpression, scope: Scope): Resolution {
  if (path.data) return resolveData(path, scope)
  const group = scope.groups.at(-1 - path.depth)
  let shape = group
  for (const part of path.parts) shape = memberOf(shape, part)
  if (shape !== undefined) return { status: 'known', shape }
  const names = namesIn(group)
  const meant = nearest(path.parts.join('.'), names)
  const help =
    meant === undefined
      ? `there are: ${names.join(', ') || 'none; {{this}} is the text itself'}`
      : `did you mean "${meant}"? There are: ${names.join(', ')}`
  return {
    status: 'unknown',
    problem: problem(path, scope, `there is no value "${path.original}" here`, help),
  }
}

/** `@first`, `@last` and `@index` say where in a list we are. */
function resolveData(path: hbs.AST.PathExpression, scope: Scope): Resolution {
  const isKnown = scope.isInEach && ['first', 'last', 'index'].includes(path.parts.join('.'))
  if (isKnown) return { status: 'known', shape: 'flag' }
  const help = 'within {{#each}} there are: @first, @last, @index'
  return {
    status: 'unknown',
    problem: problem(path, scope, `there is no "${path.original}" here`, help),
  }
}

function memberOf(shape: Shape | undefined, name: string): Shape | undefined {
  if (shape === undefined || typeof shape === 'string' || isList(shape)) return undefined
  return Object.hasOwn(shape, name) ? shape[name] : undefined
}

function namesIn(shape: Shape | undefined): readonly string[] {
  if (shape === undefined || typeof shape === 'string' || isList(shape)) return []
  return Object.keys(shape)
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape)
}

function noLogic(node: hbs.AST.Node, scope: Scope): TextProblem {
  return problem(
    node,
    scope,
    'a template holds no logic but if, unless and each',
    'show a value with {{name}}, a list with {{#each name}}',
  )
}

function problem(node: hbs.AST.Node, { text }: Scope, message: string, help: string): TextProblem {
  return { start: offsetOf(text, node.loc.start), end: offsetOf(text, node.loc.end), message, help }
}

function isContent(node: hbs.AST.Node): boolean {
  return node.type === 'ContentStatement' || node.type === 'CommentStatement'
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement'
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement'
}

function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement'
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression'
}
