import type { Meaning } from "./lexicon.ts";

/** A unit that takes prefixes: its sign, its name and its symbol; a symbol marked `+` stands with a prefix alone ("5 B" are no bytes). */
type Base = readonly [sign: string, name: string, symbol: string];

/** How a language writes the prefixes of units, and the units that take them. */
interface Prefixed {
  /** Name and symbol of each prefix, by its sign. */
  prefixes: readonly (readonly [sign: string, name: string, symbol: string])[];
  bases: readonly Base[];
}

/**
 * The words of units with a prefix, megawatt-hours as well as micrograms: each prefix with each unit, so that none is taken
 * for the unit without it.
 */
export const prefixedUnits = ({ prefixes, bases }: Prefixed): Meaning<string> =>
  bases.flatMap(([sign, name, symbol]) =>
    [...prefixes, ["", "", ""] as const].map(([prefix, prefixName, prefixSymbol]): [string, string] => [
      prefix === "" && symbol.startsWith("+")
        ? name
        : `${prefixName}${name}|${prefixSymbol}(?:${symbol.replace("+", "")})`,
      `${prefix}${sign}`
    ])
  );

export const englishPrefixed = prefixedUnits({
  prefixes: [
    ["k", "kilo", "k"],
    ["M", "mega", "M"],
    ["G", "giga", "G"],
    ["T", "tera", "T"],
    ["P", "peta", "P"],
    ["m", "milli", "m"],
    ["µ", "micro", "[µμ]"],
    ["n", "nano", "n"]
  ],
  bases: [
    ["Wh", "watt[- ]?hours?", "Wh"],
    ["W", "watts?", "Wp?"],
    ["cal", "calories?", "cal"],
    ["J", "joules?", "J"],
    ["Hz", "hertz", "Hz"],
    ["bit", "bits?", "bit"],
    ["B", "bytes?", "+B"],
    ["V", "volts?", "+V"],
    ["Pa", "pascals?", "Pa"],
    ["Bq", "becquerels?", "Bq"],
    ["Sv", "sieverts?", "Sv"],
    ["g", "gram(?:me)?s?", "g"],
    ["l", "lit(?:er|re)s?", "[lL]"]
  ]
});

export const russianPrefixed = prefixedUnits({
  prefixes: [
    ["k", "кило", "к"],
    ["M", "мега", "М"],
    ["G", "гига", "Г"],
    ["T", "тера", "Т"],
    ["P", "пета", "П"],
    ["m", "милли", "м"],
    ["µ", "микро", "мк"],
    ["n", "нано", "н"]
  ],
  bases: [
    ["Wh", "ватт-час\\w*", "Вт[·*⋅ -]?ч"],
    ["W", "ватт\\w*", "Вт"],
    ["cal", "калори\\w+", "кал"],
    ["J", "джоул\\w+", "Дж"],
    ["Hz", "герц\\w*", "Гц"],
    ["bit", "бит(?:а|ов)?", "бит"],
    ["B", "байт\\w*", "+Б|байт"],
    ["V", "вольт\\w*", "+В"],
    ["Pa", "паскал\\w+", "Па"],
    ["Bq", "беккерел\\w+", "Бк"],
    ["Sv", "зиверт\\w*", "Зв"],
    ["g", "грамм\\w*", "г(?!\\.)"],
    ["l", "литр\\w*", "л"]
  ]
});
