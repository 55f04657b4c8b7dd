/** Address of the Medusa server, put in by Medusa when it bundles the admin. */
declare const __BACKEND_URL__: string | undefined
