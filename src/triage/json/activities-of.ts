import { isMap } from '../../base/json-value.ts'
import { isCallType } from '../activity-type.ts'
import { attributeNamed, attributesOf } from '../attributes.ts'
import type { RowSink } from '../call-row.ts'
import type { ColumnNames } from '../delimited/columns.ts'
import { leadNumber } from '../lead-number.ts'
import { readTime } from '../read-time.ts'

/** Lists in which activities stand: pages of REST, and of a journal of Data Streams. */
export const LISTS: readonly string[] = ['result', 'events']

/** What activities may be wrapped in: the members of a CloudEvent, and of an entry of a journal. */
const WRAPPERS: readonly string[] = ['data', 'event']

/** An entry of a journal in a page in a list, and no deeper. */
const DEEPEST = 6

/** Hands on what stands in a document: an activity, an event, a page of them, or a list of these. */
export function takeDocument(
  value: unknown,
  place: string,
  names: ColumnNames,
  sink: RowSink,
): void {
  takeNested(value, 0, { place, names, sink })
}

interface Taking {
  readonly place: string
  readonly names: ColumnNames
  readonly sink: RowSink
}

function takeNested(value: unknown, depth: number, taking: Taking): void {
  const { place, names, sink } = taking
  if (depth > DEEPEST) return sink.damaged(place, 'it is nested too deeply to be an activity')
  if (Array.isArray(value)) {
    for (const item of value) takeNested(item, depth + 1, taking)
    return
  }
  if (!isMap(value)) return sink.damaged(place, 'it is no activity')
  if (value['activityTypeId'] !== undefined) return takeActivity(value, names, sink)
  const inner = WRAPPERS.map((name) => value[name]).find(isMap)
  if (inner !== undefined) return takeNested(inner, depth + 1, taking)
  const lists = LISTS.flatMap((name) => (Array.isArray(value[name]) ? [value[name]] : []))
  for (const list of lists) takeNested(list, depth + 1, taking)
  takePage(value, lists.length > 0, place, sink)
}

/** A page that REST has refused is a hole in the export. Source: Adobe, "Error Codes" (200 with `success: false`). */
function takePage(
  page: Readonly<Record<string, unknown>>,
  hasList: boolean,
  place: string,
  sink: RowSink,
): void {
  if (page['success'] === false) {
    sink.damaged(place, 'it is the answer to a request that was refused, so a page is missing')
  } else if (!hasList && page['success'] !== true) {
    sink.damaged(place, 'it is neither an activity nor a page of them')
  }
}

function takeActivity(
  activity: Readonly<Record<string, unknown>>,
  names: ColumnNames,
  sink: RowSink,
): void {
  if (!isCallType(activity['activityTypeId'])) return sink.other()
  const attributes = attributesOf(activity['attributes'])
  const webhook = activity['primaryAttributeValue']
  const date = activity['activityDate']
  sink.call({
    lead: leadNumber(activity['leadId']),
    time: typeof date === 'string' ? readTime(date) : undefined,
    webhook:
      typeof webhook === 'string' ? webhook : (attributeNamed(attributes, 'webhook', names) ?? ''),
    errorType: attributeNamed(attributes, 'errorType', names) ?? '',
    response: attributeNamed(attributes, 'response', names) ?? '',
    payload: attributeNamed(attributes, 'payload', names),
  })
}
