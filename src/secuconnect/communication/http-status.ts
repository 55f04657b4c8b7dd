/** Whether the same request can succeed a moment later. */
export const isTransient = (status: number): boolean =>
  status === 408 || status === 429 || status >= 500
