/** The id of the element that holds a fact's evidence. */
export const evidenceId = (factId: string): string => `e-${factId.replaceAll(".", "-")}`;
