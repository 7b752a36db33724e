const tickHalf = 7;

/** An upright stroke: the mark of a share of reserves. */
export const tickPath = (x: number, y: number) => `M${x} ${y - tickHalf}v${2 * tickHalf}`;
