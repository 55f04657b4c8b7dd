import type { CreatePromotionDTO, MedusaContainer } from "@medusajs/framework/types"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"

import type { CategoryIds } from "./products"

/** Three kinds of discount: off the order, off some lines, off the shipping. */
function promotions(pensId: string): CreatePromotionDTO[] {
  const common = { type: "standard", status: "active", is_tax_inclusive: true } as const
  return [
    {
      ...common,
      code: "WELCOME5",
      application_method: {
        type: "fixed",
        target_type: "order",
        allocation: "across",
        value: 5,
        currency_code: "eur",
      },
    },
    {
      ...common,
      code: "PENS10",
      application_method: {
        type: "percentage",
        target_type: "items",
        allocation: "across",
        value: 10,
        target_rules: [
          { attribute: "items.product.categories.id", operator: "in", values: [pensId] },
        ],
      },
    },
    {
      ...common,
      code: "FREESHIP",
      application_method: {
        type: "percentage",
        target_type: "shipping_methods",
        allocation: "across",
        value: 100,
      },
    },
  ]
}

export async function seedPromotions(
  container: MedusaContainer,
  categories: CategoryIds,
): Promise<void> {
  const pensId = categories.get("pens")
  if (pensId === undefined) throw new Error("There is no category for pens.")
  await createPromotionsWorkflow(container).run({
    input: { promotionsData: promotions(pensId) },
  })
}
