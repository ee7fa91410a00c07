export const contract = 'xml'
export const defect = 'The XML of the answer is put together from texts; an ampersand is no XML.'
export const found = { by: 'response-parses', token: 'company.Company Name' }

function xml(members) {
  return { status: 200, type: 'application/xml', body: `<lead>${members}</lead>` }
}

export function broken() {
  return ({ id, company }) =>
    xml(`<status>success</status><id>c-${id}</id><company>${company}</company>`)
}

export function clean() {
  return ({ id }) => xml(`<status>success</status><id>c-${id}</id>`)
}
