const slug = (factId: string): string => factId.replaceAll(".", "-");

/** The id of the dialog that holds a fact's evidence. */
export const evidenceId = (factId: string): string => `p-${slug(factId)}`;

/** The id of the fact's entry in the list that closes the page: where a symbol's link leads without scripts. */
export const evidenceEntryId = (factId: string): string => `e-${slug(factId)}`;
