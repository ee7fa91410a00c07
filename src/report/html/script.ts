/** The page's only script: buttons that copy. Without it the page lacks nothing else. */
export const SCRIPT = `
for (const figure of document.querySelectorAll('.copyable')) {
  const button = document.createElement('button')
  const label = figure.querySelector('figcaption').textContent
  button.type = 'button'
  button.textContent = 'Copy'
  button.setAttribute('aria-label', 'Copy: ' + label)
  button.addEventListener('click', async () => {
    const text = figure.querySelector('pre').textContent
    try {
      await navigator.clipboard.writeText(text)
      button.textContent = 'Copied'
    } catch {
      getSelection().selectAllChildren(figure.querySelector('pre'))
      button.textContent = 'Selected'
    }
  })
  button.addEventListener('blur', () => { button.textContent = 'Copy' })
  figure.querySelector('figcaption').append(button)
}
`
