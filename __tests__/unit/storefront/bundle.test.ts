import { readFileSync } from "node:fs"
import path from "node:path"
import vm from "node:vm"
import { gzipSync } from "node:zlib"

import { FAILURES } from "../../../src/storefront"
import { REPOSITORY } from "../../support/repository"
import { bundle, KIT } from "./support/bundle"

const gzipped = (code: string) => gzipSync(code, { level: 9 }).length

it("is at most 4 kB, gzipped", async () => {
  const size = gzipped(await bundle(`export * from ${JSON.stringify(KIT)}`))
  expect(size).toBeGreaterThan(1_000)
  expect(size).toBeLessThanOrEqual(4_000)
})

it("leaves out what is not used", async () => {
  const used = `import { readReturn } from ${JSON.stringify(KIT)}; export default readReturn("")`
  expect(gzipped(await bundle(used))).toBeLessThanOrEqual(500)
  const unused = await bundle(`import ${JSON.stringify(KIT)}; export default 1`)
  expect(unused).toMatch(/^var \w+=1;export\{\w+ as default\};\n$/)
})

it("needs nothing but what browsers, the edge and Node have in common", async () => {
  const code = await bundle(`export * from ${JSON.stringify(KIT)}`, {
    format: "iife",
    globalName: "kit",
  })
  const asked: unknown[] = []
  const context = {
    AbortController,
    URL,
    URLSearchParams,
    setTimeout,
    clearTimeout,
    fetch: (url: unknown) => {
      asked.push(url)
      return Promise.resolve(Response.json({ payment: null, can_be_paid: true }))
    },
  }
  const call = `kit.retrieveOrderPayment(
    kit.createStoreClient({ baseUrl: "https://api.example.com", publishableKey: "pk" }), "order_1")`
  const answer: unknown = await vm.runInNewContext(`${code};${call}`, context)
  expect(JSON.stringify(answer)).toBe('{"ok":true,"payment":null,"can_be_paid":true}')
  expect(asked).toEqual(["https://api.example.com/store/secuconnect/orders/order_1"])
})

it("tells every code of a failure in docs/storefront.md", () => {
  const docs = readFileSync(path.join(REPOSITORY, "docs/storefront.md"), "utf8")
  const untold = Object.keys(FAILURES).filter((code) => !docs.includes(`\`${code}\``))
  expect(untold).toEqual([])
})
