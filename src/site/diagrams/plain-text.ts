/** Mermaid writes `#59;` for a character that would end a statement. */
export function plainText(text: string): string {
  return text.replace(/#(\d{1,7});/g, (code, number: string) => {
    const point = Number(number)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : code
  })
}
