import { MISSING_DEPENDENCIES } from "../../../src/mapping/words/messages"
import { resolveDeps } from "../../../src/providers/secuconnect/deps"
import { stopServers } from "../secuconnect/support/server"
import { openBench } from "./support/ledger"
import { startVendor } from "./support/vendor"

afterEach(stopServers)

const open = async () => openBench((await startVendor()).url)

describe("what the provider takes from the payment module's container", () => {
  it("is ledger, Query and logger", async () => {
    const { ledger, query, logger } = await open()
    expect(resolveDeps({ secuconnect: ledger, query, logger })).toEqual({ ledger, query, logger })
  })

  it("is refused and logged, with the line to add, when the entry lacks it", async () => {
    const { query, logger, log } = await open()
    const cradle = {
      query,
      logger,
      get secuconnect(): never {
        throw new Error("Could not resolve 'secuconnect'")
      },
    }
    expect(() => resolveDeps(cradle)).toThrow(MISSING_DEPENDENCIES)
    expect(log).toEqual([MISSING_DEPENDENCIES])
    expect(MISSING_DEPENDENCIES).toContain('dependencies: ["secuconnect", "query"]')
  })
})
