/** The forms in which activities are exported, each as the text of planted calls. */

const BULK_HEADER = [
  'marketoGUID',
  'leadId',
  'activityDate',
  'activityTypeId',
  'campaignId',
  'primaryAttributeValueId',
  'primaryAttributeValue',
  'attributes',
]
export const EXPORT_FORMS = [
  bulk('bulk CSV', ',', '\n'),
  bulk('bulk TSV', '\t', '\r\n'),
  bulk('bulk SSV', ' ', '\n'),
  activityLog('log CSV', ',', '\r\n'),
  activityLog('log of a spreadsheet', ';', '\n'),
  {
    name: 'REST page',
    begin: '\uFEFF{"requestId":"1#2","nextPageToken":"x",\n"result":[\n',
    row: (call) => JSON.stringify(restItem(call)),
    other:
      '{"id":0,"leadId":1,"activityDate":"2026-11-26T00:00:00Z","activityTypeId":12,"attributes":[]}',
    between: ',\n',
    end: '],"success":true,"moreResult":false}\n',
  },
  {
    name: 'REST pages, a line each',
    begin: '',
    row: (call) => JSON.stringify({ requestId: '1', success: true, result: [restItem(call)] }),
    other: '{"success":true,"result":[{"id":0,"leadId":1,"activityTypeId":13}]}',
    between: '\r\n',
    end: '\n',
  },
  {
    name: 'REST pages, indented',
    begin: '',
    row: (call) => JSON.stringify({ success: true, result: [restItem(call)] }, undefined, 2),
    other: '{"success":true,\n"result":[{"id":0,"leadId":1,"activityTypeId":13}]}',
    between: '\n',
    end: '\n',
  },
  {
    name: 'items, a line each',
    begin: '',
    row: (call) => JSON.stringify(restItem(call)),
    other: '{"id":0,"leadId":1,"activityTypeId":22}',
    between: '\n',
    end: '\n',
  },
  {
    name: 'list of items',
    begin: '[',
    row: (call) => JSON.stringify(restItem(call)),
    other: '{"id":0,"leadId":1,"activityTypeId":22}',
    between: ',',
    end: ']',
  },
  {
    name: 'events, a line each',
    begin: '',
    row: (call) => JSON.stringify(cloudEvent(call)),
    other: '{"specversion":"1.0","data":{"leadId":"1","activityTypeId":10}}',
    between: '\n',
    end: '\n',
  },
  {
    name: 'list of events',
    begin: '[\n',
    row: (call) => JSON.stringify(cloudEvent(call), undefined, 1),
    other: '{"specversion":"1.0","data":{"leadId":"1","activityTypeId":10}}',
    between: ',\n',
    end: '\n]\n',
  },
]
/** The text of an export, part by part, with an activity of another type after every tenth. */
export function* writeExport(form, calls) {
  yield form.begin
  let nth = 0
  for (const call of calls) {
    if (nth > 0) yield form.between
    yield form.row(call)
    if (nth % 10 === 9) yield form.between + form.other
    nth++
  }
  yield form.end
}
function bulk(name, delimiter, lineEnd) {
  const line = (cells) => cells.map((cell) => quotedIfNeeded(cell, delimiter)).join(delimiter)
  return {
    name,
    begin: line(BULK_HEADER) + lineEnd,
    row: (call) =>
      line([
        String(call.id),
        String(call.lead),
        isoTime(call.time),
        '110',
        'null',
        '7',
        call.webhook,
        JSON.stringify({
          ...(call.errorType === '' ? {} : { 'Error Type': call.errorType }),
          Response: call.response,
          Payload: call.payload,
        }),
      ]),
    other: line(['1', '2', '2026-11-26T00:00:00Z', '10', 'null', '7', 'A mail', '{}']),
    between: lineEnd,
    end: lineEnd,
  }
}
/** As the screens might write it: other columns, words for the type, a time without a zone. */
function activityLog(name, delimiter, lineEnd) {
  const line = (cells) => cells.map((cell) => quotedIfNeeded(cell, delimiter)).join(delimiter)
  return {
    name,
    begin: `\uFEFF${line(['Lucky Number', 'Person Id', 'Date/Time', 'Activity Type', 'Detail', 'Response', 'Payload', 'Error Type', 'Remark'])}${lineEnd}`,
    row: ({ id, lead, time, webhook, errorType, response, payload }) =>
      line([
        String(id),
        String(lead),
        logTime(time),
        'Call Webhook',
        webhook,
        response,
        payload,
        errorType,
        'x, "y"; z',
      ]),
    other: line(['0', '2', 'Nov 26, 2026 1:00 AM', 'Open Email', 'A mail', '', '', '', '']),
    between: lineEnd,
    end: lineEnd,
  }
}
function restItem(call) {
  return {
    id: call.id,
    marketoGUID: String(call.id),
    leadId: call.lead,
    activityDate: isoTime(call.time),
    activityTypeId: 110,
    primaryAttributeValueId: 7,
    primaryAttributeValue: call.webhook,
    attributes: attributeList(call),
  }
}
function cloudEvent(call) {
  return {
    specversion: '1.0',
    type: 'com.adobe.platform.marketo.activity.standard.callwebhook',
    source: 'urn:marketo_activity_stream',
    id: `e${call.id}`,
    time: isoTime(call.time),
    data: {
      munchkinId: '111-AAA-222',
      leadId: String(call.lead),
      activityDate: isoTime(call.time),
      activityTypeId: 110,
      primaryAttributeValue: call.webhook,
      attributes: attributeList(call).map((each) => ({ ...each, dataType: 'string' })),
    },
    recipientclientid: 'x',
  }
}
/** Empty attributes are left out. */
function attributeList({ errorType, response, payload }) {
  return [
    { name: 'Error Type', value: errorType },
    { name: 'Response', value: response },
    { name: 'Payload', value: payload },
  ].filter(({ value }) => value !== '')
}
function quotedIfNeeded(text, delimiter) {
  const needs = text.includes(delimiter) || /["\r\n]/.test(text)
  return needs ? `"${text.replaceAll('"', '""')}"` : text
}
function isoTime(time) {
  return new Date(time).toISOString().replace('.000', '')
}
function logTime(time) {
  const date = new Date(time)
  const hour = date.getUTCHours()
  const two = (number) => String(number).padStart(2, '0')
  const months = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ]
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()} ${hour % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`
}
