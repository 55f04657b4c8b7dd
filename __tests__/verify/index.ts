// `npm run verify`: plays secuconnect's documented flow against a test host, without a store. The public
// test values of the vendor's guide are used unless the environment has others.
import { runVerify } from "../../src/verify"

const { env } = process
const input = {
  environment: env["SECUCONNECT_ENVIRONMENT"] ?? "testing",
  clientId: env["SECUCONNECT_CLIENT_ID"] ?? "00563697073442633035025909838580",
  clientSecret:
    env["SECUCONNECT_CLIENT_SECRET"] ??
    "3382456441636938321687549172178382320163695870914358804052148567",
  contractId: env["SECUCONNECT_CONTRACT_ID"] ?? "GCR_KTSST836QYITQJM1JGYIZ4F4OLKI04",
  templateId: env["SECUCONNECT_CHECKOUT_TEMPLATE_ID"] ?? "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2",
}

void runVerify(input, process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
}).then((exitCode) => {
  process.exitCode = exitCode
})
