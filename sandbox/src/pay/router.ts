import express, { type Request, type Response, type Router } from "express"
import { isPayable } from "../machine/checkout"
import type { Html } from "../page/html"
import type { Sandbox } from "../sandbox"
import { act } from "./actions"
import { choicePage } from "./choice-page"
import { contactPage } from "./contact-page"
import { donePage } from "./done-page"
import { deadPage, unknownPage } from "./message-page"
import { languageOf, queryOf, readVisit, type Visit } from "./visit"

/** The hosted page: `/pay` and, after paying, `/pay/done`. */
export function payRouter(sandbox: Sandbox): Router {
  const router = express.Router()
  router.get("/", (request, response) => {
    withVisit(sandbox, { request, response }, (visit) => show(response, pageFor(visit, false)))
  })
  router.get("/done", (request, response) => {
    withVisit(sandbox, { request, response }, (visit) => show(response, pageFor(visit, true)))
  })
  router.post("/", express.urlencoded({ extended: false }), (request, response) => {
    withVisit(sandbox, { request, response }, (visit) => {
      const next = act(visit, request.body)
      if (next.page) show(response.status(422), next.page)
      else response.redirect(303, next.redirect)
    })
  })
  return router
}

function withVisit(
  sandbox: Sandbox,
  { request, response }: { request: Request; response: Response },
  act: (visit: Visit) => void,
): void {
  const visit = readVisit(sandbox, request)
  if (visit) act(visit)
  else show(response.status(404), unknownPage(languageOf(queryOf(request)) ?? "de"))
}

function show(response: Response, page: Html): void {
  response.set("cache-control", "no-store").type("html").send(page.text)
}

function pageFor(visit: Visit, fresh: boolean): Html {
  const { record } = visit
  if (record.status === "failed" || record.status === "cancelled") return deadPage(visit)
  if (!isPayable(record)) return donePage(visit, fresh)
  return record.request.customer.contact ? choicePage(visit) : contactPage(visit)
}
