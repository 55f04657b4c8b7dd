import jsQR from "jsqr"

/** Pixels that a module of the code is drawn with. */
const SCALE = 4

/** The modules of a drawn QR code, row by row, with everything around it: true is dark. */
export function modulesOf(svg: string): boolean[][] {
  const [, width] = /viewBox="0 0 (\d+) \d+"/.exec(svg) ?? []
  const rows = Array.from({ length: Number(width) }, () =>
    Array<boolean>(Number(width)).fill(false),
  )
  const [, drawn = ""] = /stroke="#000000" d="([^"]+)"/.exec(svg) ?? []
  let [x, y] = [0, 0]
  for (const [, step, along, down] of drawn.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    const length = Number(along)
    if (step === "M") [x, y] = [length, Math.floor(Number(down))]
    else if (step === "m") [x, y] = [x + length, y + Number(down)]
    else rows[y]?.fill(true, x, (x += length))
  }
  return rows
}

/** Reads a drawn QR code as a banking app does. */
export function scan(svg: string): string | undefined {
  const rows = modulesOf(svg)
  const width = rows.length * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4)
  for (let index = 0; index < width * width; index += 1) {
    const [row, column] = [Math.floor(index / width / SCALE), Math.floor((index % width) / SCALE)]
    const light = rows[row]?.[column] ? 0 : 255
    pixels.set([light, light, light, 255], index * 4)
  }
  return jsQR(pixels, width, width)?.data
}
