export { runRehearsal } from "./run"
