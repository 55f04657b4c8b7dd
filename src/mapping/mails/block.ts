/** A mail's text in parts, of which both versions are made: nothing stands in one of them only. */
export type Block =
  | { is: "paragraph"; text: string }
  /** Stands out: what must not be missed. */
  | { is: "notice"; text: string }
  | { is: "facts"; facts: { label: string; value: string }[] }
  /** A link that stands out; `hint` introduces the address in full, for whoever cannot press it. */
  | { is: "button"; label: string; url: string; hint: string }
  /** An attachment that is shown; the text version says the caption only. */
  | { is: "image"; id: string; alt: string; caption: string }

/** A mail before it becomes text and HTML. */
export interface Draft {
  subject: string
  heading: string
  blocks: Block[]
  /** Who writes, and what for. */
  closing: string[]
}
