import { expect, test } from 'vitest'
import { screenNamed } from '../../src/marketo/screens/screens.ts'
import { drawDialog } from '../../src/site/dialog/draw-dialog.ts'
import { choose, click, enter, step, type Movement, type Step } from '../../src/steps/step.ts'
import { toHtml } from 'hast-util-to-html'
import { attribute, elements, textIn, type HtmlElement } from '../support/html-tree.ts'
import { pageOf, renderPages } from '../support/pages.ts'
import { sitePages, type SitePage } from '../support/site-pages.ts'

const PAGES = sitePages().map((page) => [`${page.program} ${page.environment}`, page] as const)

/** What an example's form file holds for its only webhook. */
interface Form {
  readonly dialog: readonly { readonly label: string; readonly value: string }[]
  readonly headers: readonly Readonly<Record<string, string>>[]
  readonly mappings: readonly Readonly<Record<string, string>>[]
}

test.each(PAGES)('%s draws the New Webhook dialog as the form file has it', (_, page) => {
  const [drawing] = drawings(page, 'new-webhook')
  const fields = shownFields(drawing)
  expect(fields.map(([label]) => label)).toEqual(screenNamed('new-webhook').fields)
  expect(fields).toEqual(
    formOf(page).dialog.map(({ label, value }) => [label, value === '' ? 'stays empty' : value]),
  )
})

test.each(PAGES)('%s draws each header and each mapping as a row', (_, page) => {
  const { headers, mappings } = formOf(page)
  expect(drawings(page, 'set-custom-header').flatMap(shownFields)).toEqual(
    headers.flatMap(({ header, value, secret, format = '' }) => [
      ['Header', header],
      ['Value', value ?? format.replace('${secret}', `the secret ${secret}`)],
    ]),
  )
  expect(drawings(page, 'edit-response-mapping').flatMap(shownFields)).toEqual(
    mappings.flatMap(({ responseAttribute, marketoField }) => [
      ['Response Attribute', responseAttribute],
      ['Marketo Field', marketoField],
    ]),
  )
})

test.each(PAGES)(
  '%s draws every campaign with its rules in their order',
  (_, { html, runbook }) => {
    const { campaigns } = runbook.context.compiled.program
    const rules = (screen: string): readonly number[] =>
      figures(html, screen).map((figure) => named(figure, 'rule').length)
    expect(rules('smart-list')).toEqual(
      campaigns
        .map(({ triggers, filters }) => triggers.length + filters.length)
        .filter((count) => count > 0),
    )
    expect(rules('flow').length).toBe(campaigns.filter(({ flow }) => flow.length > 0).length)
    expect(figures(html, 'qualification').map((figure) => shownFields(figure))).toEqual(
      campaigns.map(({ qualification }) => [
        ['Each person can run through the flow', qualification?.value ?? 'only once'],
      ]),
    )
  },
)

test('a step that fills no dialog is not drawn', () => {
  expect(drawn([click('Activate')])).toBe('')
  expect(drawn([enter('Name', 'x'), click('Create')])).toBe('')
  expect(
    toHtml(
      drawDialog({ ...stepOf([choose('Folder', 'CRM'), enter('Name', 'x')]), screen: undefined }) ??
        [],
    ),
  ).toBe('')
})

test('a button is drawn only where the step clicks it, and a value stays text', () => {
  const value = '<b onclick="x">\n&amp;'
  expect(drawn([choose('Folder', 'CRM'), enter('Name', value), click('Create')])).toBe(
    '<figure class="dialog" data-screen="new-campaign"><figcaption>What New Smart Campaign holds before you click Create</figcaption>' +
      '<div class="frame window"><p class="bar">New Smart Campaign</p><dl>' +
      '<div class="dialog-field" data-label="Folder"><dt>Folder</dt><dd class="select">CRM</dd></div>' +
      '<div class="dialog-field" data-label="Name"><dt>Name</dt><dd class="area">&#x3C;b onclick="x">\n&#x26;amp;</dd></div>' +
      '</dl><p class="foot"><span class="button">Create</span></p></div></figure>',
  )
  expect(drawn([choose('Folder', 'CRM'), choose('Name', 'x')])).not.toContain('class="button"')
})

test('what is edited stands in the title where the last word is only Edit', () => {
  const where = ['Admin', 'Webhooks', 'CRM', 'Response Mappings', 'Edit']
  const html = toHtml(
    drawDialog({ ...stepOf([choose('Field', 'x'), choose('Other', 'y')]), where }) ?? [],
  )
  expect(html).toContain('<p class="bar">Response Mappings › Edit</p>')
})

function drawn(movements: readonly Movement[]): string {
  return toHtml(drawDialog(stepOf(movements)) ?? [])
}

function stepOf(movements: readonly Movement[]): Step {
  return step({
    id: 'campaign.x.create',
    actor: 'human',
    does: 'x',
    where: ['Marketing Activities', 'New', 'New Smart Campaign'],
    screen: 'new-campaign',
    movements,
    expect: [],
    ifNot: [],
    verify: [],
    undo: [],
  })
}

function figures(html: string, screen: string): readonly HtmlElement[] {
  return elements(html, (element) => attribute(element, 'data-screen') === screen)
}

function drawings({ html }: SitePage, screen: string): readonly HtmlElement[] {
  return figures(html, screen)
}

function named(element: HtmlElement | undefined, name: string): readonly HtmlElement[] {
  return element === undefined ? [] : elements(element, (each) => attribute(each, 'class') === name)
}

/** Label and value of each field, in the order of the drawing. */
function shownFields(figure: HtmlElement | undefined): readonly (readonly string[])[] {
  return named(figure, 'dialog-field').map((field) => {
    const label = attribute(field, 'data-label') ?? ''
    const [value] = elements(field, ({ tagName }) => ['dd', 'span'].includes(tagName))
    return [label, value === undefined ? '' : textIn(value)]
  })
}

function formOf({ program, runbook }: SitePage): Form {
  const [webhook] = runbook.context.compiled.webhooks
  if (webhook === undefined) throw new Error(`${program} has no webhook`)
  const path = `${runbook.folderOf(webhook).replace('../', '')}/marketo-form.json`
  const form: { readonly webhooks: Readonly<Record<string, Form>> } = JSON.parse(
    pageOf(renderPages(program), path),
  )
  const found = form.webhooks[webhook.id]
  if (found === undefined) throw new Error(`${path} lacks ${webhook.id}`)
  return found
}
