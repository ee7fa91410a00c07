import { h } from 'hastscript'
import { htmlDocument } from '../html-document.ts'

export interface ReceivedPage {
  readonly environment: string
  /** Where requests are received. */
  readonly origin: string
  /** `POST /v1/leads  crm-lead-sync of lead-sync`, one for each webhook. */
  readonly endpoints: readonly EndpointLine[]
  /** A line to type that sends a first request; undefined where there is no lead to send. */
  readonly tryLine: string | undefined
  readonly css: string
  readonly script: string
}

export interface EndpointLine {
  readonly method: string
  readonly path: string
  readonly webhook: string
}

/** The page of a receiver: empty as it comes, filled by its script as requests come in. */
export function receivedPage(page: ReceivedPage): string {
  const { environment, origin, endpoints, css, script } = page
  return htmlDocument({
    title: `Requests to the webhooks of ${environment}`,
    data: {},
    css,
    script,
    body: [
      h('a.skip-link', { href: '#main' }, 'Skip to the content'),
      h('header.page-header', [
        h('h1', ['Requests', h('span.environment', environment)]),
        h('p.received-lead', [
          'What comes to ',
          h('code', origin),
          ' is shown here, held against the contract. It may be about real people: it stays on this machine.',
        ]),
      ]),
      h('main#main.received', [
        h('section.received-list', { ariaLabelledby: 'calls-title' }, [
          h('h2', { id: 'calls-title' }, 'Received'),
          h('p#calls-state.received-state', { role: 'status' }, 'Nothing has come yet.'),
          h('ol#calls'),
        ]),
        h('section#call.received-call', { ariaLabelledby: 'call-title' }, [
          h('h2', { id: 'call-title' }, 'Waiting for a request'),
          ...beginning(page, endpoints),
          h('noscript', [h('p', 'This page needs its script to show what comes.')]),
        ]),
      ]),
    ],
  })
}

function beginning(
  { tryLine }: ReceivedPage,
  endpoints: readonly EndpointLine[],
): readonly ReturnType<typeof h>[] {
  return [
    h('p', 'These endpoints are there:'),
    h(
      'ul.received-endpoints',
      endpoints.map(({ method, path, webhook }) =>
        h('li', [h('code', `${method} ${path}`), ` for ${webhook}`]),
      ),
    ),
    ...(tryLine === undefined
      ? []
      : [
          h('p', 'Send a first one from another terminal:'),
          h('pre', { tabIndex: 0, role: 'region', ariaLabel: 'A line to type' }, [
            h('code', tryLine),
          ]),
        ]),
  ]
}
