type Attributes = Readonly<Record<string, string>>

/** Makes an element. Whatever is put into it as text stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** A button that does something on the page. */
export function makeButton(
  label: string,
  attributes: Attributes,
  act: () => void,
): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, label)
  button.addEventListener('click', act)
  return button
}
