import type { PageView } from "./render"

/** The settings that a shop gives its payment page a look with. */
interface LookSettings {
  shopName?: string | undefined
  shopLogoUrl?: string | undefined
  shopColor?: string | undefined
  shop: { shop_domain: string }
}

/** Whose page it is: in the shop's name, or its domain where it has none. */
export function lookOf({
  shopName,
  shopLogoUrl,
  shopColor,
  shop,
}: LookSettings): Pick<PageView, "shop" | "logo" | "color"> {
  return {
    shop: shopName ?? shop.shop_domain,
    logo: shopLogoUrl ?? null,
    color: shopColor ?? null,
  }
}
