import { BlockList, isIP } from "node:net"
import { version as medusaVersion } from "@medusajs/medusa/package.json"
import { parseOrigins } from "../../../mapping/request/origins"
import { parseUrl } from "../../../mapping/words/url"
import type { SmartTransactionRequest } from "../../../secuconnect"
import { NO_QUERY, type ResolvedOptions } from "./options"
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
  return {
    ...options,
    backendUrl,
    returnOrigins: parseOrigins(writtenOrigins(options, store)).allowed,
    shop: {
      shop_system: "Medusa",
      shop_system_version: medusaVersion,
      shop_domain: new URL(options.storefrontReturnUrl ?? backendUrl).hostname,
      plugin_vendor: "medusa-payment-secuconnect",
      plugin_version: PLUGIN_VERSION,
    },
  }
}

function writtenOrigins(options: ResolvedOptions, store: StoreConfig): string[] {
  return options.allowedReturnOrigins ?? [store.projectConfig?.http?.storeCors ?? ""]
}

function resolveBackendUrl(options: ResolvedOptions, store: StoreConfig): string {
  const written = (options.backendUrl ?? store.admin?.backendUrl ?? "").trim()
  const url = /^https?:\/\//i.test(written) ? parseUrl(written) : null
  if (!url) {
    throw wrong(
      "backendUrl is missing: set it to the public address of this server " +
        "(https://api.example.com), or set an absolute admin.backendUrl",
    )
  }
  if (/[?#]/.test(written)) throw wrong(`admin.backendUrl: ${NO_QUERY}, or set backendUrl`)
  return url.href.replace(/\/+$/, "")
}

function wrong(problem: string): Error {
  return new Error(
    `medusa-payment-secuconnect: the options in medusa-config are not right.\n  - ${problem}`,
  )
}

/**
 * What stands among the allowed origins and allows nothing, or more than was meant, in words for the log.
 *
 * @returns a sentence for each entry that is no origin or an open pattern, and none when all is well
 */
export function doubtsAboutOrigins(options: ResolvedOptions, store: StoreConfig): string[] {
  const { allowed, misfits } = parseOrigins(writtenOrigins(options, store))
  const where = options.allowedReturnOrigins ? "allowedReturnOrigins" : "storeCors (STORE_CORS)"
  const open = allowed
    .filter((entry) => entry instanceof RegExp)
    .filter(isOpen)
    .map(String)
  const told = open.filter((pattern) => !misfits.includes(pattern))
  return [...misfits.map(toDoubt), ...told.map(toWarning)]

  function toWarning(pattern: string): string {
    return (
      `${where}: the pattern ${pattern} fits other people's origins too. ` +
      "Begin it with ^ or \\. and end it with $, like /\\.example\\.com$/."
    )
  }

  function toDoubt(entry: string): string {
    return entry === "*"
      ? '"*" allows no return_url. Name the origins in allowedReturnOrigins.'
      : `${where}: "${withoutPassword(entry)}" is no origin and allows no return_url. ` +
          "Write it like https://shop.example.com, or as a pattern like /\\.example\\.com$/ " +
          "(with xn--… for other letters than a to z)."
  }
}

/** Whether a pattern fits origins of others that begin or end differently. */
function isOpen({ source }: RegExp): boolean {
  const isBegun = /^\(?(\?:)?(\^|\\\.|https?|\\\/\\\/)/.test(source)
  return !isBegun || !/\$\)?$/.test(source)
}

/** A log is no place for it. */
function withoutPassword(entry: string): string {
  return entry.replace(/\/\/[^/]*@/, "//…@")
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
  const host = hostname.replace(/^\[|\]$|\.$/g, "")
  const version = isIP(host)
  if (version) return privateNetworks().check(host, version === 4 ? "ipv4" : "ipv6")
  return !host.includes(".") || /\.(local|internal|test|localhost)$/.test(host)
}

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry and its sister for IPv6 */
function privateNetworks(): BlockList {
  const list = new BlockList()
  list.addSubnet("0.0.0.0", 8)
  list.addSubnet("10.0.0.0", 8)
  list.addSubnet("100.64.0.0", 10)
  list.addSubnet("127.0.0.0", 8)
  list.addSubnet("169.254.0.0", 16)
  list.addSubnet("172.16.0.0", 12)
  list.addSubnet("192.168.0.0", 16)
  list.addSubnet("::", 127, "ipv6")
  list.addSubnet("fc00::", 7, "ipv6")
  list.addSubnet("fe80::", 10, "ipv6")
  return list
}
