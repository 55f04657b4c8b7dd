import { z } from "zod"

import { askWhereToPay } from "../support/carts/leave"
import { storeSettings } from "../support/order-first"
import { linksPath, open, send, titleOf } from "../support/payment-links"
import type { Answer } from "../support/http"
import { orderOf, type Play } from "./play"
import { among } from "./shopper-steps"
import type { Step } from "./steps"
import { Violation } from "./violation"

const linkReply = z.object({ payment_link: z.object({ url: z.string() }) })
const refusalReply = z.object({ code: z.string() })

/** Where nothing is to be paid, or nothing can be. */
const REFUSALS: readonly string[] = ["secuconnect_nothing_to_pay", "secuconnect_invalid_request"]

/** The merchant makes a link to the payment page; an older one of the same order ends with that. */
const makePageLink: Step = async (play) => {
  const orderId = await orderOf(play)
  if (!orderId) return "no order"
  const { status, body, text } = await play.shop.admin.call(linksPath(orderId), { body: {} })
  if (status === 200) {
    play.pages.push(linkReply.parse(body).payment_link.url)
    return "page link made"
  }
  const { code = "none" } = refusalReply.partial().safeParse(body).data ?? {}
  if (!play.disturbed && !REFUSALS.includes(code)) throw new Violation("page", text.slice(0, 200))
  return `page link: ${status} ${code}`
}

/** Newer links are more likely. */
const pageOf = ({ pages }: Play, choice: number) =>
  choice % 4 === 0 ? among(pages, choice >> 3) : pages.at(-1)

/** Nothing is in the way, and nothing else happens. */
const isQuiet = ({ disturbed, crowded }: Play) => !disturbed && !crowded

/** Whatever has become of the order or the link: a page that a person can read. */
async function see(play: Play, ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await ask()
  const isRedirect = answer.status === 303
  if (!isRedirect && (titleOf(answer) ?? "") === "") {
    throw new Violation("page", `${answer.status} without a title: ${answer.text.slice(0, 120)}`)
  }
  if (answer.status >= 500 && isQuiet(play)) {
    throw new Violation("page", `${answer.status}: ${String(titleOf(answer))}`)
  }
  return answer
}

const openPage: Step = async (play, choice) => {
  const url = pageOf(play, choice)
  if (!url) return "no link"
  const answer = await see(play, () => open(url))
  return `payment page: ${answer.status} ${String(titleOf(answer))}`
}

const offered = ({ text }: Answer) =>
  [...text.matchAll(/name="method" value="(\w+)"/g)].flatMap(([, method]) => method ?? [])

/** The customer presses one of the buttons that the page shows, or showed before something changed. */
const payOnPage: Step = async (play, choice) => {
  const url = pageOf(play, choice)
  if (!url) return "no link"
  const method = among(offered(await see(play, () => open(url))), choice >> 2)
  const answer = await see(play, () => send(url, { method: method ?? "general" }))
  const what = `start on the page with ${method ?? "an old tab"}`
  const stx = /STX_\w+/.exec(answer.headers.get("location") ?? "")?.[0]
  if (!stx) return `${what}: ${answer.status}`
  if (!method && isQuiet(play)) {
    throw new Violation("page", `${stx} was started, and the page had offered nothing`)
  }
  await remember(play, stx)
  return `${what}: ${stx}`
}

const sessionRow = z.object({ id: z.string() })

async function remember({ shop, started }: Play, stx: string): Promise<void> {
  const sql = "SELECT payment_session_id AS id FROM secuconnect_checkout WHERE stx_id = $1"
  const [session] = await shop.db.rows(sessionRow, sql, [stx])
  if (session && !started.some((known) => known.stx === stx)) {
    started.push({ stx, sessionId: session.id })
  }
}

const pageReply = z.object({ payment_session: z.object({ checkout_url: z.string() }) })

/** The storefront asks where to pay: the order is placed with that, and the page is the order's. */
const orderFirst: Step = async (play, choice) => {
  const { firsts, pages, shop } = play
  const sessionId = choice % 4 === 0 ? among(firsts, choice >> 3) : firsts.at(-1)
  if (!sessionId) return "no session without a page"
  const { status, body, text } = await askWhereToPay(shop, { sessionId })
  const what = `where to pay first: ${status}`
  if (status >= 500 && isQuiet(play)) throw new Violation("page", `${what} ${text.slice(0, 160)}`)
  if (status !== 200) return `${what} ${text.slice(0, 120)}`
  const { checkout_url } = pageReply.parse(body).payment_session
  if (!checkout_url.includes("stx=")) pages.push(checkout_url)
  return what
}

const switchOrderFirst: Step = async ({ shop, orderFirst: isPlayed }, choice) => {
  if (!isPlayed) return "payments come first"
  const orderFirst = choice % 2 === 0
  try {
    await storeSettings(shop, { orderFirst })
    return `order first: ${orderFirst ? "on" : "off"}`
  } catch {
    return "order first: somebody else has just stored settings"
  }
}

/** What merchants and customers do with the payment page that the plugin serves. */
export const PAGE = {
  order_first: orderFirst,
  switch_order_first: switchOrderFirst,
  page_link: makePageLink,
  open_page: openPage,
  pay_on_page: payOnPage,
} as const
