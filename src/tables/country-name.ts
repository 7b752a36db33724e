const names = new Intl.DisplayNames("en", { type: "region" });

/** A country's name by its two-letter ISO code; null where there is none. */
export const countryName = (code: string | null): string | null => (code === null ? null : (names.of(code) ?? code));
