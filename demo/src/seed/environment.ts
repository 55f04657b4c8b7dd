/** How `npm run demo` tells the scripts that run inside Medusa what they need. */
export function variable(name: "DEMO_FOLDER" | "DEMO_STOREFRONT_URL"): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set. Run "npm run demo" instead.`)
  return value
}

/** The pictures of the products are files of the storefront. */
export function pictureOf(handle: string): string {
  return `${variable("DEMO_STOREFRONT_URL")}/products/${handle}.svg`
}
