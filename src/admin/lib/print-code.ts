interface Printed {
  /** For the `src` of an image. */
  image: string
  url: string
  title: string
}

/** Prints a code with its address on a sheet of its own. */
export function printCode({ image, url, title }: Printed): void {
  const frame = document.createElement("iframe")
  frame.style.display = "none"
  document.body.append(frame)
  const page = frame.contentDocument
  if (!page) return
  const heading = page.createElement("h1")
  heading.textContent = title
  const code = page.createElement("img")
  code.width = 320
  const address = page.createElement("p")
  address.textContent = url
  page.body.append(heading, code, address)
  code.addEventListener("load", () => {
    frame.contentWindow?.addEventListener("afterprint", () => frame.remove())
    frame.contentWindow?.print()
  })
  code.src = image
}
