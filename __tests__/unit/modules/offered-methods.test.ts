import { OfferedMethodsBook, type Caching } from "../../../src/modules/secuconnect/offered-methods"
import { createSecuconnectClient } from "../../../src/secuconnect"
import { startServer, stopServers, type Answer } from "../secuconnect/support/server"

afterEach(async () => {
  jest.restoreAllMocks()
  await stopServers()
})

const QUESTION = { contractId: "GCR_1", currency: "eur", is_demo: false }
const SOME: Answer = { json: ["Creditcard", "Applepay", "Prepay", "easyCredit"] }

async function open(answer: Answer, caching?: Caching) {
  const server = await startServer({ api: () => answer })
  const client = createSecuconnectClient({
    environment: server.url,
    clientId: "id",
    clientSecret: "s3cret",
    timeoutMs: 20_000,
  })
  const book = new OfferedMethodsBook({ client, caching: () => caching })
  return { book, client, calls: server.calls }
}

function passTime(ms: number): void {
  const later = Date.now() + ms
  jest.spyOn(Date, "now").mockImplementation(() => later)
}

/** A memory as other servers would share it. */
function sharedMemory() {
  const values = new Map<string, object>()
  return {
    values,
    get: ({ key = "" }: { key?: string }) => Promise.resolve(values.get(key) ?? null),
    set: ({ key, data }: { key: string; data: object }) => {
      values.set(key, data)
      return Promise.resolve()
    },
  }
}

describe("the methods that a contract has", () => {
  it("come in the spelling of links, asked in capitals", async () => {
    const { book, calls } = await open(SOME)
    const methods = ["creditcard", "applepay", "prepaid", "easycredit"]
    expect(await book.ask(QUESTION)).toEqual({ methods })
    expect(calls[0]).toMatchObject({
      path: "/api/v2/General/Contracts/GCR_1/getAvailablePaymentMethods",
      body: { currency: "EUR", is_demo: false },
    })
  })

  it("are asked once by many at the same time, and for five minutes", async () => {
    const { book, calls } = await open(SOME)
    await Promise.all([book.ask(QUESTION), book.ask({ ...QUESTION, currency: "EUR" })])
    passTime(299_000)
    await book.ask(QUESTION)
    expect(calls).toHaveLength(1)
    passTime(2_000)
    await book.ask(QUESTION)
    expect(calls).toHaveLength(2)
  })

  it.each([
    ["currency", { ...QUESTION, currency: "chf" }],
    ["contract", { ...QUESTION, contractId: "GCR_2" }],
    ["demo flag", { ...QUESTION, is_demo: true }],
  ])("are asked for each %s", async (_what, other) => {
    const { book, calls } = await open(SOME)
    await book.ask(QUESTION)
    await book.ask(other)
    expect(calls).toHaveLength(2)
  })

  it("are told with the cause when they cannot be had, for half a minute", async () => {
    const rejection = { status: "error", error_details: "no such contract", supportId: "f4c1" }
    const { book, calls } = await open({ status: 400, json: rejection })
    const error = "no such contract (support id f4c1)"
    expect(await book.ask(QUESTION)).toEqual({ error })
    expect(await book.ask(QUESTION)).toEqual({ error })
    expect(calls).toHaveLength(1)
    passTime(31_000)
    await book.ask(QUESTION)
    expect(calls).toHaveLength(2)
  })

  it("are shared by servers through Medusa's caching module", async () => {
    const memory = sharedMemory()
    const { book, client, calls } = await open(SOME, memory)
    const another = new OfferedMethodsBook({ client, caching: () => memory })
    const answer = await book.ask(QUESTION)
    expect([...memory.values.values()]).toEqual([answer])
    expect(await another.ask(QUESTION)).toEqual(answer)
    expect(calls).toHaveLength(1)
  })

  it("are kept in the process while the caching module fails", async () => {
    const fail = () => Promise.reject(new Error("Redis is gone"))
    const { book, calls } = await open(SOME, { get: fail, set: fail })
    const answer = await book.ask(QUESTION)
    expect(answer).toHaveProperty("methods")
    expect(await book.ask(QUESTION)).toEqual(answer)
    expect(calls).toHaveLength(1)
  })
})
