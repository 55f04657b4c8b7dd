import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, InlineTip, Text, toast } from "@medusajs/ui"
import { LoadFailed } from "../components/load-failed"
import { MethodSwitch } from "../components/method-switch"
import { useRegionMethods, useSwitchMethod } from "../lib/use-region-methods"
import { useWords } from "../lib/use-words"

/** Our payment methods in a region, each with its switch. */
function RegionMethods({ data: region }: { data: { id: string } }) {
  const { say } = useWords()
  const { data, error, refetch } = useRegionMethods(region.id)
  const { mutate, isPending } = useSwitchMethod(region.id)
  const flip = (provider_id: string) => (enabled: boolean) =>
    mutate({ provider_id, enabled }, { onError: ({ message }) => toast.error(message) })
  return (
    <Container className="divide-y p-0">
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
          flip={flip(method.provider_id)}
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
