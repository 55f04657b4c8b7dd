import http from "node:http"
import type { Socket } from "node:net"
import { failureOf } from "./support/failure"
import { aRequest } from "./support/request"
import { aSmartTransaction, aToken, clientFor, portOf, startServer } from "./support/server"
import { stopServers } from "./support/server"

const VARIABLES = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"]
const before = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]))

const tunnels: http.Server[] = []

beforeEach(() => {
  for (const name of VARIABLES) process.env[name] = ""
})

afterEach(async () => {
  for (const name of VARIABLES) process.env[name] = before[name] ?? ""
  for (const listener of tunnels.splice(0)) listener.close()
  await stopServers()
})

/** A proxy that notes which tunnels it is asked for, and refuses them. */
async function startTunnelProxy(status: string) {
  const asked: { target: string | undefined; credentials: string | undefined }[] = []
  const requests: string[] = []
  const listener = http.createServer((request, response) => {
    requests.push(request.url ?? "")
    response.end()
  })
  listener.on("connect", (request: http.IncomingMessage, socket: Socket) => {
    asked.push({ target: request.url, credentials: request.headers["proxy-authorization"] })
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`)
  })
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve))
  tunnels.push(listener)
  return { address: `127.0.0.1:${portOf(listener)}`, asked, requests }
}

it("an https host is reached through a tunnel of HTTPS_PROXY, nothing is sent in the open", async () => {
  const proxy = await startTunnelProxy("407 Proxy Authentication Required")
  process.env.HTTPS_PROXY = `http://user:password@${proxy.address}`
  const client = clientFor({ url: "https://connect.example.com" })
  const error = await failureOf(client.smartTransactions.create(aRequest()))
  expect(proxy.asked).toEqual([
    {
      target: "connect.example.com:443",
      credentials: `Basic ${Buffer.from("user:password").toString("base64")}`,
    },
  ])
  expect(proxy.requests).toEqual([])
  expect(error).toMatchObject({ kind: "unreachable", outcomeUnknown: false })
})

it("an http host is reached through HTTP_PROXY", async () => {
  const proxy = await startServer({
    api: (seen) => (seen.path.endsWith("/oauth/token") ? aToken(1) : aSmartTransaction()),
  })
  process.env.HTTP_PROXY = proxy.url
  const client = clientFor({ url: "http://secuconnect.test:4010" })
  await client.smartTransactions.read("STX_1")
  expect(proxy.calls.map(({ path }) => path)).toEqual([
    "http://secuconnect.test:4010/oauth/token",
    "http://secuconnect.test:4010/api/v2/Smart/Transactions/STX_1",
  ])
})

it("a host named in NO_PROXY is reached directly", async () => {
  const proxy = await startServer()
  const server = await startServer()
  process.env.HTTP_PROXY = proxy.url
  process.env.NO_PROXY = "localhost,127.0.0.1"
  await clientFor(server).smartTransactions.read("STX_1")
  expect([server.calls.length, proxy.calls.length]).toEqual([1, 0])
})
