/** The path of the page that holds a source's records. */
export const sourcePath = (sourceId: string): string => `/source-${sourceId}`;

/** The address of a figure's or a position's ledger record. */
export const recordLink = ({ id, source }: { id: string; source: string }): string => `.${sourcePath(source)}#${id}`;
