import { parseCorsOrigins } from "@medusajs/framework/utils"
import { version as medusaVersion } from "@medusajs/medusa/package.json"
import type { SmartTransactionRequest } from "../../../secuconnect"
import type { ResolvedOptions } from "./options"
import { PLUGIN_VERSION } from "./version"

/** The options, with what follows from the store's own configuration. */
export interface Settings extends ResolvedOptions {
  /** Public address of the Medusa server, without a trailing slash. */
  backendUrl: string
  /** What a storefront's `return_url` is checked against. */
  returnOrigins: (string | RegExp)[]
  /** How the shop introduces itself to secuconnect. */
  shop: NonNullable<SmartTransactionRequest["application_context"]["shop_details"]>
}

/** The part of Medusa's configuration that the settings depend on. */
export interface StoreConfig {
  admin?: { backendUrl?: string | undefined } | undefined
  projectConfig?: { http?: { storeCors?: string | undefined } | undefined } | undefined
}

/**
 * Completes the options from the store's configuration.
 *
 * @throws Error when no absolute `backendUrl` is to be had: secuconnect could not call back
 */
export function resolveSettings(options: ResolvedOptions, store: StoreConfig): Settings {
  const backendUrl = resolveBackendUrl(options, store)
  const origins = options.allowedReturnOrigins?.join(",")
  return {
    ...options,
    backendUrl,
    returnOrigins: parseCorsOrigins(origins ?? store.projectConfig?.http?.storeCors ?? ""),
    shop: {
      shop_system: "Medusa",
      shop_system_version: medusaVersion,
      shop_domain: new URL(options.storefrontReturnUrl ?? backendUrl).hostname,
      plugin_vendor: "medusa-payment-secuconnect",
      plugin_version: PLUGIN_VERSION,
    },
  }
}

function resolveBackendUrl(options: ResolvedOptions, store: StoreConfig): string {
  const url = options.backendUrl ?? store.admin?.backendUrl ?? ""
  if (!/^https?:\/\//.test(url)) {
    throw new Error(
      "medusa-payment-secuconnect: the options in medusa-config are not right.\n" +
        "  - backendUrl is missing: set it to the public address of this server " +
        "(https://api.example.com), or set an absolute admin.backendUrl",
    )
  }
  return url.replace(/\/+$/, "")
}

/**
 * What is doubtful about the callback address; secuconnect's pushes would not arrive.
 *
 * @returns a sentence for the log, or null when all is well
 */
export function doubtAboutBackendUrl(settings: Settings): string | null {
  const { protocol, hostname } = new URL(settings.backendUrl)
  if (settings.demo) return null
  if (isPrivateHost(hostname)) {
    return `backendUrl ${settings.backendUrl} is not a public address: secuconnect cannot reach it, its pushes get lost.`
  }
  return protocol === "https:"
    ? null
    : `backendUrl ${settings.backendUrl} is not https: use https outside test mode.`
}

/** Whether a host can be reached only from the inside. */
export function isPrivateHost(hostname: string): boolean {
  return (
    /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname) ||
    !hostname.includes(".") ||
    /\.(local|internal|test|localhost)$/.test(hostname)
  )
}
