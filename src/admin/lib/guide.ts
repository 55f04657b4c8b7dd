import type { WarningCode } from "../../http-types"
import { warning as german } from "../i18n/de/notices"
import { warning as english } from "../i18n/en/notices"

/**
 * Where the merchant's guides can be read: the copy that comes with the published package. To move
 * them, change this line; the anchors stay.
 */
export const GUIDE_URL = "https://unpkg.com/medusa-payment-secuconnect/docs"

/** The section of a notice in the guide of the dashboard's language. */
export function guideOf(code: WarningCode, language: string): string {
  return language.startsWith("de")
    ? `${GUIDE_URL}/haendlerhandbuch.md#${anchorOf(german[code].title)}`
    : `${GUIDE_URL}/merchant-guide.md#${anchorOf(english[code].title)}`
}

/** The anchor of a heading, as GitHub and npm make it. */
export function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "")
  return kept.replace(/\s/g, "-")
}
