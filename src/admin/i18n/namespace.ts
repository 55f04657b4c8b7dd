/** Ours among the texts of the dashboard. */
export const NAMESPACE = "secuconnect"
