import "./globals.css"

import Link from "next/link"
import type { ReactNode } from "react"

import { retrieveCart } from "@/lib/cart"
import { LOCALE } from "@/lib/locale"

export const metadata = { title: "Paper & Ink" }

export default async function Layout({ children }: { children: ReactNode }) {
  const cart = await retrieveCart()
  return (
    <html lang={LOCALE}>
      <body>
        <header>
          <Link href="/">Paper &amp; Ink</Link>
          <Link href="/cart">Cart ({cart?.items?.length ?? 0})</Link>
        </header>
        <main>{children}</main>
      </body>
    </html>
  )
}
