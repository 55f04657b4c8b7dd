import { LIMITS } from "./limits"

/**
 * What can hide text or break a reader of it, and shows nothing itself: halves of surrogate pairs,
 * soft hyphen, zero-width space, word joiner and invisible operators, byte order mark, directional
 * embeddings, overrides and isolates, annotation marks, non-characters. Joiners (emoji, Persian,
 * Hindi), tags (flags), and the plain marks for left-to-right and right-to-left stay.
 */
const HIDDEN = /[\p{Cs}\u00AD\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]+/gu
const BLANK = /[\p{Cc}\s]+/gu
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\s]/u

/** Printable ASCII in words with single spaces: nothing to make fit. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

const CHARACTERS = new Intl.Segmenter("und", { granularity: "grapheme" })

/**
 * Makes a text fit for secuconnect: composed (NFC), without control characters, white space folded,
 * cut at whole characters. A single character that is longer than the limit is left out.
 *
 * @param limit UTF-16 units
 * @returns "" for what shows nothing, or is no text at all
 */
export function limitText(text: string | null | undefined, limit: number = LIMITS.text): string {
  if (typeof text !== "string") return ""
  if (text.length <= limit && PLAIN.test(text)) return text
  const clean = text.normalize("NFC").replace(HIDDEN, "").replace(BLANK, " ").trim()
  if (!VISIBLE.test(clean)) return ""
  return clean.length <= limit ? clean : clean.slice(0, lastBoundary(clean, limit)).trimEnd()
}

/** The same with a limit in bytes of UTF-8. */
export function limitBytes(text: string | null | undefined, limit: number): string {
  let fitting = limitText(text, limit)
  while (Buffer.byteLength(fitting) > limit) fitting = limitText(fitting, fitting.length - 1)
  return fitting
}

/** The last place at or before `limit` where a character ends. */
function lastBoundary(text: string, limit: number): number {
  // Whether a character ends at `limit` depends on one more code point, and on nothing behind it.
  const head = text.slice(0, limit + 2)
  return CHARACTERS.segment(head).containing(limit)?.index ?? limit
}
