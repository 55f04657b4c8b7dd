import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, InlineTip, Text, toast } from "@medusajs/ui"
import { LoadFailed } from "../components/load-failed"
import { MethodSwitch } from "../components/method-switch"
import { methods } from "../i18n/en/methods"
import type { AdminRegionMethod } from "../../http-types"
import { isForbidden } from "../lib/is-forbidden"
import { isNameOf } from "../lib/is-name-of"
import { useRegionMethods, useSwitchMethod } from "../lib/use-region-methods"
import { useWords } from "../lib/use-words"

/** Our payment methods in a region, each with its switch; nothing for those whose role is not for it. */
function RegionMethods({ data: region }: { data: { id: string } }) {
  const { say } = useWords()
  const { data, error, refetch } = useRegionMethods(region.id)
  const { mutate, isPending } = useSwitchMethod(region.id)
  const flip = ({ provider_id, method }: AdminRegionMethod, enabled: boolean) =>
    mutate(
      { provider_id, enabled },
      {
        onSuccess: () => {
          const values = { method: isNameOf(methods, method) ? say(`methods.${method}`) : method }
          toast.success(say(enabled ? "regions.switchedOn" : "regions.switchedOff", values))
        },
        onError: ({ message }) => toast.error(message),
      },
    )
  if (isForbidden(error)) return null
  return (
    <Container id="secuconnect-region" className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{say("regions.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {say("regions.description")}
        </Text>
      </div>
      {data?.problem ? (
        <div className="px-6 py-4">
          <InlineTip variant="warning" label={say("regions.title")}>
            {say("regions.unknown", { cause: data.problem })}
          </InlineTip>
        </div>
      ) : null}
      {data?.methods.map((method) => (
        <MethodSwitch
          key={method.provider_id}
          method={method}
          currency={data.currency_code}
          isBusy={isPending}
          flip={(enabled) => flip(method, enabled)}
        />
      ))}
      {error && !data ? <LoadFailed error={error} retry={refetch} /> : null}
    </Container>
  )
}

export const config = defineWidgetConfig({
  zone: "region.details",
  id: "secuconnect-region-methods",
})

export default RegionMethods
