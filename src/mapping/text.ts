/** No limit is documented for texts of a basket line; this is what we cut at. */
export const TEXT_LIMIT = 200

/**
 * Makes a text fit for secuconnect: no control characters, white space folded, cut at whole
 * characters.
 */
export function limitText(text: string | null | undefined, limit: number = TEXT_LIMIT): string {
  const clean = (text ?? "").replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()
  if (clean.length <= limit) return clean
  let cut = ""
  for (const { segment } of new Intl.Segmenter().segment(clean)) {
    if (cut.length + segment.length > limit) break
    cut += segment
  }
  return cut.trimEnd()
}
