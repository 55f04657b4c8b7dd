import type { Language } from "../words/language"
import type { MailFrame } from "./mail"

/** The settings that all mails share. */
export interface MailSettings {
  shopName?: string | undefined
  mailFooter?: string | undefined
  shop: { shop_domain: string }
}

/** Who writes: the shop by its name, or by its domain while none is set. */
export function mailFrame(
  { shopName, shop, mailFooter }: MailSettings,
  about: { language: Language; order_number: string; is_demo: boolean },
): MailFrame {
  return { ...about, shop_name: shopName ?? shop.shop_domain, footer: mailFooter ?? null }
}
