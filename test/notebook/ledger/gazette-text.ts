/** A text that the minimal ledger's first publication accounts for. */
export const gazetteText = `Number 1234

An offer was made on February 24.
Today there are 28.5 million tons in the ground.

Out of it come 2,500 tons a year.
The 28.5 million tons are nobody's.
A line without a number.
It is 28.5 Mt, as engineers write.
`;
