/** Address of the Medusa server, put in by Medusa when it bundles the admin. */
declare const __BACKEND_URL__: string | undefined
/** How the dashboard logs in, put in likewise. */
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined
