import type { Language } from "../words/language"
import type { Block, Draft } from "./block"
import { escapeHtml } from "./escape-html"

const FONT = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const TEXT = `font:16px/24px ${FONT};color:#18181b;`
const SMALL = `font:13px/20px ${FONT};color:#52525b;`

/** Long words, addresses and IBANs break instead of widening a phone's window. */
const BREAKS = "word-break:break-word;overflow-wrap:anywhere;"

/** Tables and inline styles: all that every mail program understands. Nothing is loaded from elsewhere. */
export function htmlVersion(
  { subject, heading, blocks, closing }: Draft,
  { language, shop_name }: { language: Language; shop_name: string },
): string {
  const rows = [
    row(
      `<h1 style="margin:0;font:600 22px/30px ${FONT};color:#18181b;">${escapeHtml(heading)}</h1>`,
    ),
    ...blocks.map((block) => row(toHtml(block))),
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="supported-color-schemes" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f4f4f5;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f4f5">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;">
<tr><td align="left" style="padding:0 4px 16px;font:600 16px/24px ${FONT};color:#18181b;${BREAKS}">${escapeHtml(shop_name)}</td></tr>
<tr><td bgcolor="#ffffff" style="padding:28px 24px 12px;border:1px solid #e4e4e7;border-radius:12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${rows.join("\n")}
</table>
</td></tr>
<tr><td align="left" style="padding:16px 4px 0;${SMALL}${BREAKS}">${closing.map(lines).join("<br><br>")}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

const row = (html: string) =>
  `<tr><td align="left" style="padding:0 0 16px;${BREAKS}">${html}</td></tr>`

const lines = (text: string) => escapeHtml(text).replace(/\n/g, "<br>")

function toHtml(block: Block): string {
  switch (block.is) {
    case "paragraph":
      return `<p style="margin:0;${TEXT}">${lines(block.text)}</p>`
    case "notice":
      return boxed("#fef3c7", `<p style="margin:0;${TEXT}">${lines(block.text)}</p>`)
    case "facts":
      return boxed("#f4f4f5", table(block.facts.map(toFact)))
    case "button":
      return toButton(block)
    case "image":
      return toImage(block)
  }
}

const boxed = (color: string, html: string) =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>` +
  `<td bgcolor="${color}" style="padding:12px 16px;border-radius:8px;">${html}</td></tr></table>`

const table = (rows: string[]) =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">\n${rows.join("\n")}\n</table>`

function toFact({ label, value }: { label: string; value: string }): string {
  return (
    `<tr><td style="padding:4px 0;${BREAKS}"><span style="${SMALL}">${escapeHtml(label)}</span><br>` +
    `<span style="font:600 16px/24px ${FONT};color:#18181b;">${escapeHtml(value)}</span></td></tr>`
  )
}

function toButton({ label, url, hint }: Extract<Block, { is: "button" }>): string {
  const href = escapeHtml(url)
  return (
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>` +
    `<td bgcolor="#18181b" style="border-radius:8px;"><a href="${href}" style="display:inline-block;` +
    `padding:12px 24px;font:600 16px/24px ${FONT};color:#ffffff;text-decoration:none;">${escapeHtml(label)}</a></td>` +
    `</tr></table><p style="margin:12px 0 0;${SMALL}">${escapeHtml(hint)}<br>` +
    `<a href="${href}" style="color:#52525b;">${href}</a></p>`
  )
}

function toImage({ id, alt, caption }: Extract<Block, { is: "image" }>): string {
  return (
    `<img src="cid:${escapeHtml(id)}" width="200" height="200" alt="${escapeHtml(alt)}" ` +
    `style="display:block;border:0;${SMALL}"><p style="margin:8px 0 0;${SMALL}">${escapeHtml(caption)}</p>`
  )
}
