export { runVerify } from "./run"
