import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, createMedusaContainer } from "@medusajs/framework/utils"
import delivery from "../../../src/subscribers/delivery"

const data = { id: "ful_1" }
const metadata = { eventGroupId: "1" }

it("a shipment that cannot be handled now is left to the event bus, which may repeat it", async () => {
  const container = createMedusaContainer()
  const query = { graph: () => Promise.reject(new Error("no database")) }
  container.register(ContainerRegistrationKeys.QUERY, asValue(query))
  container.register(ContainerRegistrationKeys.LOGGER, asValue({ warn: () => undefined }))
  const event = { name: "shipment.created", data, metadata }
  await expect(delivery({ event, container, pluginOptions: {} })).rejects.toThrow("no database")
})
