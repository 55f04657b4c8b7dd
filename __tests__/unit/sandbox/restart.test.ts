import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { until } from "../../support/until"
import { openSandbox, requestWith } from "./support/driver"
import { openShop } from "./support/shop"

let folder: string
let stateFile: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-"))
  stateFile = join(folder, "deep", "state.json")
})

afterEach(() => rm(folder, { recursive: true }))

it("transactions, payments and the trans_id sequence survive a restart", async () => {
  const first = await openSandbox({ stateFile })
  const { id } = await first.create()
  await first.checkout(id, { method: "prepaid", outcome: "pay" })
  const before = await first.read(id)
  await first.close()

  const second = await openSandbox({ stateFile })
  const after = await second.read(id)
  expect({ ...after, payment_instructions: null }).toEqual({
    ...before,
    payment_instructions: null,
  })
  await second.event(id, { type: "money_arrived" })
  expect((await second.read(id)).status).toBe("ok")
  const next = await second.create()
  await second.checkout(next.id, { method: "prepaid", outcome: "pay" })
  expect((await second.read(next.id)).trans_id).not.toBe(before.trans_id)
  await second.close()
})

it("tokens do not survive", async () => {
  const first = await openSandbox({ stateFile })
  await first.close()
  const second = await openSandbox({ stateFile })
  const answer = await second.api("/Smart/Transactions/STX_X", { token: first.token })
  expect(answer).toMatchObject({ status: 403, body: { code: 2003 } })
  await second.close()
})

it("a push that was not delivered is taken up again", async () => {
  const shop = await openShop([500])
  const options = { stateFile, pushBackoffMs: [1_000] }
  const first = await openSandbox(options)
  const { id } = await first.create(
    requestWith({ "application_context.return_urls.url_push": shop.pushUrl }),
  )
  await first.checkout(id, { method: "creditcard", outcome: "pay" })
  await shop.got(1)
  await until("the answer to be noted", async () =>
    (await first.look(id)).pushes.find(({ attempts }) => attempts.length > 0),
  )
  await first.close()
  const second = await openSandbox(options)
  await shop.got(2)
  expect(shop.pushes[1]?.body).toEqual(shop.pushes[0]?.body)
  await second.close()
  await shop.close()
})

it("a truth that was still to come comes after the restart", async () => {
  const first = await openSandbox({ stateFile, truthDelayMs: 1_000 })
  const { id } = await first.create()
  await first.checkout(id, { method: "creditcard", outcome: "pay" })
  await first.close()
  const second = await openSandbox({ stateFile })
  await until("the truth", async () => ((await second.read(id)).status === "ok" ? true : undefined))
  await second.close()
})

it.each(["not JSON", '{"version":99}', '{"version":1}'])(
  "a file that is not a state file is refused with its name: %s",
  async (text) => {
    const path = join(folder, "other.json")
    await writeFile(path, text)
    await expect(openSandbox({ stateFile: path })).rejects.toThrow(
      /other\.json is not a state file/,
    )
    expect(await readFile(path, "utf8")).toBe(text)
  },
)

it("a port in use is told", async () => {
  const first = await openSandbox()
  await expect(openSandbox({ port: Number(new URL(first.url).port) })).rejects.toThrow(
    /Port \d+ is in use/,
  )
  await first.close()
})
