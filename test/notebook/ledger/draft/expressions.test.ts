import { describe, expect, test } from "vitest";
import { type Expression, expressionFinder, numeralValue } from "../../../../src/notebook/ledger/text/expressions.ts";
import { lexiconOf } from "../../../../src/notebook/ledger/text/lexicons.ts";

/** An expression in one line: what was printed, comparator, ends, unit. */
const shown = ({ printed, comparator, low, value, high, unit, perYear, per, vague }: Expression): string =>
  [
    printed,
    comparator,
    [low, value, high].map((x) => (x === undefined ? "" : Number(x.toPrecision(6)))).join("/"),
    vague ?? unit,
    perYear ? "a year" : per ? `per ${per}` : ""
  ]
    .join(" | ")
    .replace(/ \| $/, "");

const found = (language: string, text: string): string[] => expressionFinder(lexiconOf(language))(text).map(shown);

describe.each<[string, string, string[]]>([
  ["a scale", "Reserves are put at 28.5 million tons.", ["28.5 million tons | = | /28500000/ | t"]],
  [
    "a yearly amount",
    "It mines about 45 thousand tons of ore per year.",
    ["about 45 thousand tons of ore per year | ~ | /45000/ | t | a year"]
  ],
  [
    "an interval with a dash",
    "Demand is 2,500–3,000 tons a year.",
    ["2,500–3,000 tons a year | = | 2500//3000 | t | a year"]
  ],
  [
    "an interval in words",
    "It carries between 40,000 and 45,000 riders.",
    ["between 40,000 and 45,000 | = | 40000//45000 | 1"]
  ],
  [
    "a scale that stands once",
    "Output of 70-75 million bags is expected.",
    ["70-75 million | = | 70000000//75000000 | 1"]
  ],
  ["at least", "At least $ 100 billion is owed.", ["At least $ 100 billion | >= | 100000000000// | USD"]],
  ["a plus", "China has an 80%+ share.", ["80%+ | >= | 80// | %"]],
  ["not more than", "The share does not exceed 1%.", ["does not exceed 1% | <= | //1 | %"]],
  ["nearly", "It was inflated to nearly 29 million MT.", ["nearly 29 million MT | nearly | /29000000/29000000 | t"]],
  [
    "an estimate, which is no approximation",
    "It holds an estimated 28 million tons.",
    ["an estimated 28 million tons | = | /28000000/ | t"]
  ],
  ["a rank", "It has the fifth-largest reserves.", ["fifth-largest | = | /5/ | rank"]],
  ["a multiple in a word", "Prices doubled in a month.", ["doubled | = | /2/ | times"]],
  ["a multiple in numbers", "It cost three times the budget.", ["three times | = | /3/ | times"]],
  ["a loose multiple", "An order of magnitude more than there.", ["An order of magnitude | ~ | /10/ | times"]],
  ["a fraction", "Two-thirds of riders pay less.", ["Two-thirds | = | /0.666667/ | fraction"]],
  ["a price", "It rose to $3.40 per pound.", ["$3.40 per pound | = | /3.4/ | USD | per lb"]],
  [
    "letters for scales",
    "It cost US$1.2bn for 1.2m people.",
    ["US$1.2bn | = | /1200000000/ | USD", "1.2m | = | /1200000/ | 1"]
  ],
  ["a decimal comma", "The ministry named 3,8 million tonnes.", ["3,8 million tonnes | = | /3800000/ | t"]],
  ["years, days and hours of a clock", "On 12 March 2024 at 14:30, founded in 1989.", []],
  ["a year before a number", "In 2022, 1,200 tonnes were sold.", ["1,200 tonnes | = | /1200/ | t"]],
  ["small words that count nothing", "One of them said that the first would do.", []],
  ["huge things", "He spoke of huge reserves there.", ["huge reserves | unquantified | // | amount"]],
  [
    "tens of thousands",
    "It takes tens of thousands of workers.",
    ["tens of thousands of workers | unquantified | // | count"]
  ]
])("English: %s", (_, text, expected) => {
  test(text, () => expect(found("en", text)).toEqual(expected));
});

describe.each<[string, string, string[]]>([
  ["a scale", "Запасы составляют 28,5 млн тонн.", ["28,5 млн тонн | = | /28500000/ | t"]],
  ["a yearly amount", "Добыча — 2,5 тыс. тонн в год.", ["2,5 тыс. тонн в год | = | /2500/ | t | a year"]],
  ["not more than", "Доля не превышает 1,3%.", ["не превышает 1,3% | <= | //1.3 | %"]],
  ["up to", "Китай контролирует до 90% рынка.", ["до 90% | <= | //90 | %"]],
  [
    "where growth arrives",
    "Выпуск вырастет в 7 раз, до 18 тыс. т.",
    ["7 раз | = | /7/ | times", "до 18 тыс. т | = | /18000/ | t"]
  ],
  ["an interval", "Спрос — от 2 до 3 тыс. тонн.", ["от 2 до 3 тыс. тонн | = | 2000//3000 | t"]],
  ["more than", "Более чем в 100 млрд рублей.", ["Более чем в 100 млрд рублей | > | 100000000000// | RUB"]],
  ["a rank", "Россия занимает пятое место в мире.", ["пятое место | = | /5/ | rank"]],
  ["one and a half", "Около полутора миллионов тонн.", ["Около полутора миллионов тонн | ~ | /1500000/ | t"]],
  ["a date", "Об этом 15 марта 2025 года сообщили в министерстве.", []]
])("Russian: %s", (_, text, expected) => {
  test(text, () => expect(found("ru", text)).toEqual(expected));
});

test.each([
  ["1,017.649", ".", 1017.649],
  ["28.5", ".", 28.5],
  ["3,8", ".", 3.8],
  ["28,5", ",", 28.5],
  ["16.887,1", ",", 16887.1],
  ["16 887,1", ",", 16887.1],
  ["2.500", ",", 2500]
] as const)("%s is read where the decimal mark is %s", (digits, decimal, value) => {
  expect(numeralValue(digits, decimal)).toBe(value);
});
