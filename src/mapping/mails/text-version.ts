import type { Block, Draft } from "./block"

/** The mail for programs that show no HTML, and for people who want none. */
export function textVersion({ heading, blocks, closing }: Draft): string {
  const parts = [heading, ...blocks.map(toText), "--", ...closing]
  return `${parts.join("\n\n")}\n`
}

function toText(block: Block): string {
  switch (block.is) {
    case "paragraph":
      return block.text
    case "notice":
      return `*** ${block.text} ***`
    case "facts":
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n")
    case "button":
      return `${block.label}:\n${block.url}`
    case "image":
      return block.caption
  }
}
