/**
 * Copies a text. Browsers offer their clipboard only to pages that came over https or from this
 * machine; an admin on a local network's address has to use the old way.
 *
 * @throws Error when the browser refuses both
 */
export async function writeToClipboard(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text)
    return
  }
  const field = document.createElement("textarea")
  field.value = text
  field.style.position = "fixed"
  document.body.append(field)
  field.select()
  // Deprecated, and the only way there is without a secure context.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const done = document.execCommand("copy")
  field.remove()
  if (!done) throw new Error("The browser refused to copy.")
}
