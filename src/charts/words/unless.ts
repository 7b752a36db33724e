/** A doubt in a list of its own where a condition does not hold; nothing where it does. */
export const unless = (condition: boolean, doubt: string): string[] => (condition ? [] : [doubt]);
