"use server"

import { refresh } from "next/cache"
import { redirect } from "next/navigation"

import { openCart } from "./cart"
import { sdk } from "./shop"

/** What a form shows under its button: Next.js hides the messages of errors that leave an action. */
export type Failed = string | null

export async function addToCart(_: Failed, form: FormData): Promise<Failed> {
  const failed = await attempt(async () => {
    const { id } = await openCart()
    await sdk.store.cart.createLineItem(id, { variant_id: text(form, "variant_id"), quantity: 1 })
  })
  if (failed === null) redirect("/cart")
  return failed
}

export async function removeFromCart(_: Failed, form: FormData): Promise<Failed> {
  return change((id) => sdk.store.cart.deleteLineItem(id, text(form, "item_id")))
}

const ADDRESS = ["first_name", "last_name", "address_1", "postal_code", "city", "country_code"]

export async function saveAddress(_: Failed, form: FormData): Promise<Failed> {
  const address = Object.fromEntries(ADDRESS.map((name) => [name, text(form, name)]))
  const [email, shipping_address, billing_address] = [text(form, "email"), address, address]
  return change((id) => sdk.store.cart.update(id, { email, shipping_address, billing_address }))
}

export async function chooseShipping(_: Failed, form: FormData): Promise<Failed> {
  return change((id) =>
    sdk.store.cart.addShippingMethod(id, { option_id: text(form, "option_id") }),
  )
}

async function change(work: (cartId: string) => Promise<unknown>): Promise<Failed> {
  const failed = await attempt(async () => work((await openCart()).id))
  refresh()
  return failed
}

async function attempt(work: () => Promise<unknown>): Promise<Failed> {
  try {
    await work()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : "That did not work. Please try again."
  }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value.trim() : ""
}
