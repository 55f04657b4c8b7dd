import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import documented from "../../fixtures/secuconnect/payment-customer-create.request.json"
import documentedAnswer from "../../fixtures/secuconnect/payment-customer-create.response.json"
import { matching, openSandbox, requestWith, type Driver } from "./support/driver"

/**
 * Payment Customers and Payment Containers over their whole life. Sources, by letter at the end of
 * a title: (C) the vendor's pages, (S) the vendor's SDK, (I) inferred, (U) unknown and invented.
 * @see https://developer.secuconnect.com/integration/Create_a_Payment_Customer.html
 * @see https://github.com/secuconnect/secuconnect-php-sdk/blob/master/lib/Api/PaymentContainersApi.php
 */
let sandbox: Driver

beforeAll(async () => {
  sandbox = await openSandbox()
})

afterAll(() => sandbox.close())

const customers = "/Payment/Customers"
const containers = "/Payment/Containers"

const person = { forename: "Erika", surname: "Muster", email: "erika@example.com" }
const account = { owner: "Erika Muster", iban: "DE37503240001000000524", bic: "FTSBDEFAXXX" }
const bankAccount = { type: "bank_account", private: account }

/** Both services with a body to create and one to replace it. */
const services = [
  { path: customers, prefix: "PCU_", body: { contact: person }, other: documented },
  {
    path: containers,
    prefix: "PCT_",
    body: bankAccount,
    other: { ...bankAccount, private: { owner: "Max", iban: "DE35500105175418493188" } },
  },
]

describe.each(services)("$path", ({ path, prefix, body, other }) => {
  it("what is created can be read, listed and found (S)", async () => {
    const created = await sandbox.store(path, body)
    expect(created).toMatchObject({ id: matching(`^${prefix}[A-Z0-9]{30}$`) })
    expect(created).toMatchObject(body)
    const read = await sandbox.api(`${path}/${created.id}`)
    expect(read).toEqual({ status: 200, body: created })
    const { data } = await sandbox.list(path, { q: `id:${created.id}` })
    expect(data).toEqual([created])
  })

  it("an update replaces it and says when (S)", async () => {
    const { id } = await sandbox.store(path, body)
    const answer = await sandbox.api(`${path}/${id}`, { method: "PUT", body: other })
    expect(answer).toMatchObject({ status: 200, body: { id, updated: matching(/^\d{4}-/) } })
    expect(await sandbox.api(`${path}/${id}`)).toEqual(answer)
    expect(JSON.stringify(answer.body)).not.toContain("Erika")
  })

  it("a deletion answers what was deleted, in a list (S)", async () => {
    const created = await sandbox.store(path, body)
    const answer = await sandbox.api(`${path}/${created.id}`, { method: "DELETE" })
    expect(answer).toEqual({ status: 200, body: [created] })
    const { data } = await sandbox.list(path, { q: `id:${created.id}` })
    expect(data).toEqual([])
  })

  it.each(["GET", "PUT", "DELETE"])(
    "%s of one that was deleted, or never was, is refused as an incorrect id (I)",
    async (method) => {
      const { id } = await sandbox.store(path, body)
      await sandbox.api(`${path}/${id}`, { method: "DELETE" })
      for (const gone of [id, `${prefix}X`]) {
        const request = method === "PUT" ? { method, body } : { method }
        const answer = await sandbox.api(`${path}/${gone}`, request)
        expect(answer).toMatchObject({ status: 403, body: { code: 3006 } })
      }
    },
  )

  it("it is kept over a restart (U)", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sandbox-"))
    const options = { stateFile: join(folder, "state.json") }
    const first = await openSandbox(options)
    const created = await first.store(path, body)
    await first.close()
    const second = await openSandbox(options)
    expect(await second.api(`${path}/${created.id}`)).toEqual({ status: 200, body: created })
    await second.close()
    await rm(folder, { recursive: true })
  })
})

describe("customers", () => {
  it("the documented buyer is answered with the documented fields (C)", async () => {
    const created = await sandbox.store(customers, documented)
    expect(Object.keys(created)).toEqual(expect.arrayContaining(Object.keys(documentedAnswer)))
    expect(created.contact).toMatchObject({ address: documented.contact.address })
  })

  it.each([
    ["+49 555 5555555", "+495555555555"],
    ["+49 (0)555/55-55", "+4905555555"],
    ["0555 5555555", "05555555555"],
  ])("the telephone number %s comes back as %s (I)", async (sent, answered) => {
    const contact = { ...person, phone: sent, mobile: sent, fax: sent }
    const shown = { phone: answered, mobile: answered, fax: answered }
    expect(await sandbox.store(customers, { contact })).toMatchObject({ contact: shown })
  })

  it("a date of birth comes back with a time, and may be sent back so (S)", async () => {
    const created = await sandbox.store(customers, { contact: { ...person, dob: "1970-02-28" } })
    expect(created.contact).toMatchObject({ dob: "1970-02-28T00:00:00+00:00" })
    const again = { method: "PUT", body: { contact: created.contact } }
    const answer = await sandbox.api(`${customers}/${created.id}`, again)
    expect(answer).toMatchObject({ status: 200, body: { contact: created.contact } })
  })

  it("the buyer of a Smart Transaction becomes one (C)", async () => {
    const { customer } = await sandbox.create()
    const { data } = await sandbox.list(customers, { count: "1000" })
    expect(data).toContainEqual(expect.objectContaining(customer))
  })

  it("a Smart Transaction may name a stored one (C)", async () => {
    const { id } = await sandbox.store(customers, { contact: person })
    const customer = { object: "payment.customers", id }
    expect(await sandbox.create(requestWith({ customer }))).toMatchObject({
      customer: { id, contact: { surname: "Muster" } },
    })
  })

  it.each<[name: string, body: unknown, field: RegExp]>([
    ["nothing", {}, /contact/],
    ["no forename", { contact: { ...person, forename: undefined } }, /contact\.forename/],
    ["no surname", { contact: { ...person, surname: "" } }, /contact\.surname/],
    ["no e-mail address", { contact: { ...person, email: undefined } }, /contact\.email/],
    ["half an address", { contact: { ...person, address: { city: "Berlin" } } }, /street/],
    ["a date in German", { contact: { ...person, dob: "28.02.1970" } }, /contact\.dob/],
    ["a field nobody knows", { contact: { ...person, shoe_size: 43 } }, /shoe_size/],
  ])("%s is refused by name (C)", async (_name, body, field) => {
    expect(await sandbox.api(customers, { body })).toMatchObject({
      status: 400,
      body: { code: 3001, error_details: matching(field) },
    })
  })

  it("a Smart Transaction that names a buyer who is not stored is refused (I)", async () => {
    const body = requestWith({ customer: { id: "PCU_X" } })
    const answer = await sandbox.api("/Smart/Transactions", { body })
    expect(answer).toMatchObject({ status: 403, body: { code: 3006 } })
  })
})

describe("containers", () => {
  it("a bank account comes with its mandate (S)", async () => {
    const created = await sandbox.store(containers, bankAccount)
    expect(created).toMatchObject({
      object: "payment.containers",
      type: "bank_account",
      private: account,
      public: account,
      mandate: { iban: account.iban, bic: account.bic, sepa_mandate_id: matching(/^SEPA-\d+$/) },
    })
  })

  it.each(["customer", "customer_id"])("its owner is named by %s (S)", async (field) => {
    const { id } = await sandbox.store(customers, { contact: person })
    const body = { ...bankAccount, [field]: field === "customer" ? { id } : id }
    expect(await sandbox.store(containers, body)).toMatchObject({ customer: { id } })
  })

  it("an archived one is listed no more, and can be read (S)", async () => {
    const { id } = await sandbox.store(containers, bankAccount)
    const answer = await sandbox.post(`${containers}/${id}/archive`)
    expect(answer).toEqual({ status: 200, body: { result: true } })
    expect((await sandbox.list(containers, { q: `id:${id}` })).data).toEqual([])
    expect(await sandbox.api(`${containers}/${id}`)).toMatchObject({ status: 200, body: { id } })
  })

  it.each<[name: string, body: unknown, code: number]>([
    ["nothing", {}, 3001],
    ["an IBAN with spaces", { ...bankAccount, private: { owner: "M", iban: "DE37 5032" } }, 3001],
    ["a BIC of 9", { ...bankAccount, private: { ...account, bic: "FTSBDEFAX" } }, 3001],
    ["no owner", { ...bankAccount, private: { iban: account.iban } }, 3001],
    ["a card, which only the vendor's form may send", { type: "credit_card", private: {} }, 3001],
    ["an owner who is not stored", { ...bankAccount, customer: { id: "PCU_X" } }, 3006],
  ])("%s is refused (I)", async (_name, body, code) => {
    expect(await sandbox.api(containers, { body })).toMatchObject({ body: { code } })
  })
})
