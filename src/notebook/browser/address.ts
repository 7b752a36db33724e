/** The values that the address holds for these keys; "" for a key that it does not have. */
export function readAddress<Key extends string>(keys: readonly Key[]): Record<Key, string> {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(keys.map((key) => [key, query.get(key) ?? ""])) as Record<Key, string>;
}

/**
 * Puts values into the address, beside what others keep there. Each is a step that Back undoes, unless it belongs to the
 * step before, as the letters of one word do.
 */
export function writeAddress(values: Readonly<Record<string, string>>, { step }: { step: boolean }): void {
  const address = new URL(location.href);
  for (const [key, value] of Object.entries(values))
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
  // A new view is not the place that an older address led to.
  if (step) address.hash = "";
  if (address.search === location.search) return;
  history[step ? "pushState" : "replaceState"](history.state, "", address);
}
