/** The part of Observable Inputs that is used here; the package has no types of its own. */
declare module "@observablehq/inputs" {
  type Input<Value> = HTMLElement & { value: Value };
  export function checkbox<Value>(
    values: readonly Value[],
    options: { value: readonly Value[]; format: (value: Value) => string }
  ): Input<Value[]>;
  export function number(
    extent: readonly [number, number],
    options: { label: string; value: number; step: "any" }
  ): Input<number | undefined>;
  export function form<Value>(inputs: readonly Input<Value>[]): Input<Value[]>;
}
