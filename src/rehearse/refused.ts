import { GAP_TEXTS, REFUSALS, type RefusalCode } from "./texts"
import type { Gap } from "./shop"

/** The shop may not be rehearsed, or has nothing to rehearse with; said in German and English. */
export class RehearsalRefused extends Error {
  override name = "RehearsalRefused"

  constructor(code: RefusalCode, gaps: readonly Gap[] = []) {
    const said = (["de", "en"] as const).flatMap((language) => [
      REFUSALS[code][language],
      ...gaps.map((gap) => `  - ${gapLine(gap, language)}`),
    ])
    super(said.join("\n"))
  }
}

/** One obstacle, where it is and what to do. */
export function gapLine({ obstacle, place }: Gap, language: "de" | "en"): string {
  return [place, GAP_TEXTS[obstacle][language]].filter(Boolean).join(": ")
}
