import type Medusa from "@medusajs/js-sdk"

type Store = Medusa["store"]

export type Cart = Awaited<ReturnType<Store["cart"]["retrieve"]>>["cart"]
export type CartItem = NonNullable<Cart["items"]>[number]
export type Address = NonNullable<Parameters<Store["cart"]["update"]>[1]["shipping_address"]>
export type Product = Awaited<ReturnType<Store["product"]["list"]>>["products"][number]
export type ShippingOption = Awaited<
  ReturnType<Store["fulfillment"]["listCartOptions"]>
>["shipping_options"][number]
export type Order = Awaited<ReturnType<Store["order"]["retrieve"]>>["order"]
