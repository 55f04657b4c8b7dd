import { definePolicies } from "@medusajs/framework/utils"

/**
 * What a role may be allowed of this plugin's pages and routes, where the shop has switched Medusa's
 * roles on (feature flag `rbac`). Medusa stores them when it starts, and its super admin has them all.
 *
 * @see docs/operations.md#roles which route needs what
 */
export const secuconnectPolicies = definePolicies([
  {
    name: "ReadSecuconnectPayment",
    resource: "secuconnect_payment",
    operation: "read",
    description: "See payments by secuconnect, their history and transfer details",
  },
  {
    name: "UpdateSecuconnectPayment",
    resource: "secuconnect_payment",
    operation: "update",
    description:
      "Refresh payments by secuconnect, send reminders and payment links, report deliveries",
  },
  {
    name: "RefundSecuconnectPayment",
    resource: "secuconnect_payment",
    operation: "refund",
    description: "Decide about payments without an order: refund, keep, complete; cancel transfers",
  },
  {
    name: "ReadSecuconnectSettings",
    resource: "secuconnect_settings",
    operation: "read",
    description: "See the settings of secuconnect",
  },
  {
    name: "UpdateSecuconnectSettings",
    resource: "secuconnect_settings",
    operation: "update",
    description: "Change the settings of secuconnect, test the connection, start test payments",
  },
])
