/**
 * Pages that were replaced are closed two seconds later. While this holds they stay open, however long
 * a busy machine needs until somebody pays on one. What is to be closed is due, for the next tick.
 */
export const KEEPS_PAGES_OPEN = { method: "POST", path: "/cancel$", fault: "drop_before" } as const
