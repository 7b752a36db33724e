import { describe, expect, test } from "vitest";
import { numeralValue } from "../../../../src/notebook/ledger/text/numbers.ts";
import { found } from "./shown-expressions.ts";

describe.each<[string, string, string[]]>([
  ["what falls by at most so much", "Bills could fall by up to 12%.", ["up to 12% | <= | //12 | %"]],
  [
    "a noun that an amount is divided by",
    "Rates eased to $2,118 per 40-foot box, down from $3,960 a year earlier.",
    ["$2,118 per 40-foot box | = | /2118/ | USD | per box", "$3,960 | = | /3960/ | USD"]
  ],
  [
    "units with a prefix, divided",
    "It held 10 micrograms per litre.",
    ["10 micrograms per litre | = | /10/ | µg | per l"]
  ],
  ["what eats is not divided by", "Twelve people ate a tonne.", ["Twelve | = | /12/ | 1"]],
  [
    "what a number is held against",
    "The wait is 2.6 days, up from 1.3.",
    ["2.6 days | = | /2.6/ | day", "1.3 | = | /1.3/ | day"]
  ],
  [
    "things that are counted after a share",
    "Spending rose 40% while staff fell by as many as 60.",
    ["40% | = | /40/ | %", "as many as 60 | <= | //60 | 1"]
  ],
  [
    "where a multiple begins and ends",
    "The list more than doubled, from 8,900 to 19,300.",
    ["more than doubled | > | 2// | times", "8,900 | = | /8900/ | 1", "19,300 | = | /19300/ | 1"]
  ],
  ["an hour of the clock and a week in a row", "At ten past four prices fell for a ninth straight week.", []],
  ["a scale", "Reserves are put at 28.5 million tons.", ["28.5 million tons | = | /28500000/ | t"]],
  [
    "prices with a stroke",
    "It eased to $58,500–60,000/t from RMB 565,000/t.",
    ["$58,500–60,000/t | = | 58500//60000 | USD | per t", "RMB 565,000/t | = | /565000/ | CNY | per t"]
  ],
  [
    "what a change of price begins with",
    "It rose from 250 to 750 dollars a kilogram.",
    ["250 | = | /250/ | USD | per kg", "750 dollars a kilogram | = | /750/ | USD | per kg"]
  ],
  ["tonnes a year in one word", "Capacity is 76,000 tpa.", ["76,000 tpa | = | /76000/ | t | a year"]],
  [
    "by how much and to what",
    "Capacity will rise by 45,000 tonnes to 121,000 tonnes.",
    ["45,000 tonnes | = | /45000/ | t", "121,000 tonnes | = | /121000/ | t"]
  ],
  ["a comparator before a multiple", "Demand will more than double.", ["more than double | > | 2// | times"]],
  ["one of a unit", "It will take more than a year.", ["more than a year | > | 1// | yr"]],
  ["in what time", "The loan is repaid over 12 years.", ["12 years | = | /12/ | yr"]],
  ["how long at least", "It has run for over 12 years.", ["over 12 years | > | 12// | yr"]],
  ["a ratio", "Benefits stand at 2.3 to 1.", ["2.3 to 1 | = | /2.3/ | 1"]],
  [
    "what is counted per",
    "There were 1.4 accidents per million hours.",
    ["1.4 accidents per million hours | = | /1.4/ | 1 | per 1000000 h"]
  ],
  ["a fifth that is one more, and a half of a year", "A fifth quarter of gains ended in the second half of 2027.", []],
  [
    "a count after a sentence of tonnes",
    "It made 62,000 tonnes. A quarter of its workforce of 1,150 has left.",
    ["62,000 tonnes | = | /62000/ | t", "A quarter | = | /0.25/ | fraction", "1,150 | = | /1150/ | 1"]
  ],
  ["signs of a formula and of references", "Yield rose (p < 0.001) [12,13].", []],
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
  ["a loose multiple", "An order of magnitude more than there.", ["order of magnitude | ~ | /10/ | times"]],
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
  [
    "an age, and a name",
    "The 34-year-old owner, whose father died aged 81, told it on Channel 9, and had 1,200 tonnes.",
    ["1,200 tonnes | = | /1200/ | t"]
  ],
  ["as many as a year has, with a limit", "More than 2000 riders complained.", ["More than 2000 | > | 2000// | 1"]],
  ["a size that says of what kind", "They sold 3 million 60-kg crates.", ["3 million 60-kg | = | /3000000/ | 1"]],
  ["a currency after the number", "It cost 300 EUR.", ["300 EUR | = | /300/ | EUR"]],
  ["small words that count nothing", "One of them said that the first would do.", []],
  [
    "one in so many",
    "Fewer than one in ten voted, and four out of five stayed.",
    ["Fewer than one in ten | < | //0.1 | fraction", "four out of five | = | /0.8/ | fraction"]
  ],
  [
    "so many in so many of a measured thing, and what is none",
    "Four in five tonnes are refined abroad; it lost two in five years.",
    ["Four in five | = | /0.8/ | fraction", "two | = | /2/ | 1"]
  ],
  [
    "one in so many, in a heading",
    "One in Five Trams Is Late, 3 in 10 at Noon",
    ["One in Five | = | /0.2/ | fraction", "3 in 10 | = | /0.3/ | fraction"]
  ],
  ["every so many", "Every fifth tram is late.", ["Every fifth | = | /0.2/ | fraction"]],
  ["a part of a number", "It covers 12 of the city’s 31 districts.", ["12 | = | /12/ | 1"]],
  [
    "a half of a scale or a unit",
    "Half a million people ate half a tonne.",
    ["Half a million | = | /500000/ | 1", "half a tonne | = | /0.5/ | t"]
  ],
  ["a number and a half", "It is one and a half times the plan.", ["one and a half times | = | /1.5/ | times"]],
  [
    "hundreds in words",
    "Two hundred and fifty thousand tonnes went.",
    ["Two hundred and fifty thousand tonnes | = | /250000/ | t"]
  ],
  [
    "a change, which is no interval",
    "It fell from 24.1 cm to 22.7 cm.",
    ["24.1 cm | = | /24.1/ | cm", "22.7 cm | = | /22.7/ | cm"]
  ],
  ["a margin", "It was 4 200 ± 600 t that year.", ["4 200 ± 600 t | = | /4200/ | t"]],
  [
    "a code of a currency",
    "Sales came to SEK 2,940m, after EUR 1.2 bn.",
    ["SEK 2,940m | = | /2940000000/ | SEK", "EUR 1.2 bn | = | /1200000000/ | EUR"]
  ],
  ["an interval of money", "It is between £9m and £12m.", ["between £9m and £12m | = | 9000000//12000000 | GBP"]],
  [
    "a unit that goes on",
    "Sales were $12 bn, against 11 bn before.",
    ["$12 bn | = | /12000000000/ | USD", "11 bn | = | /11000000000/ | USD"]
  ],
  [
    "a rank in numerals",
    "It ranks 9th of 32 boroughs, and only 24th.",
    ["9th | = | /9/ | rank", "24th | = | /24/ | rank"]
  ],
  ["a multiple in -fold", "It has risen more than sevenfold.", ["more than sevenfold | > | 7// | times"]],
  [
    "how often, and how many times as much",
    "It changed hands three times and was sold twice, at three times the price and twice as fast.",
    [
      "three times | = | /3/ | occasions",
      "twice | = | /2/ | occasions",
      "three times | = | /3/ | times",
      "twice | = | /2/ | times"
    ]
  ],
  ["growth in times", "Output grew about four times.", ["about four times | ~ | /4/ | times"]],
  ["decades", "Over the next two decades it will sink.", ["two decades | = | /20/ | yr"]],
  [
    "units of many kinds",
    "9.7 terawatt-hours, 400 MW, 112 km, 0.9 °C, 30 acres.",
    [
      "9.7 terawatt-hours | = | /9.7/ | TWh",
      "400 MW | = | /400/ | MW",
      "112 km | = | /112/ | km",
      "0.9 °C | = | /0.9/ | °C",
      "30 acres | = | /30/ | ac"
    ]
  ],
  ["talking about something", "We are talking about 20 tonnes.", ["20 tonnes | = | /20/ | t"]],
  ["numbers that are names", "Call +44 20 5550 1234, room 318, or see Table 8, vol. 31, pp. 417-433.", []],
  ["times between things", "Ten years ago it closed; it reopened a decade later.", []],
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
  ["a noun before its number", "Пришло человек двадцать.", ["человек двадцать | ~ | /20/ | 1"]],
  [
    "at most and at least",
    "Это от силы 12 процентов, а нужно хотя бы 25.",
    ["от силы 12 процентов | <= | //12 | %", "хотя бы 25 | >= | 25// | %"]
  ],
  [
    "a part that is not reached",
    "Линия не выбирает и трёх четвертей.",
    ["не выбирает и трёх четвертей | < | //0.75 | fraction"]
  ],
  [
    "a speed",
    "Скорость выросла с 36,8 до 41,5 км/ч.",
    ["36,8 | = | /36.8/ | km | per h", "41,5 км/ч | = | /41.5/ | km | per h"]
  ],
  [
    "a unit with a prefix",
    "Дома взяли 23,5 тыс. Гкал, на 6 тысяч больше.",
    ["23,5 тыс. Гкал | = | /23500/ | Gcal", "6 тысяч | = | /6000/ | Gcal"]
  ],
  ["a scale", "Запасы составляют 28,5 млн тонн.", ["28,5 млн тонн | = | /28500000/ | t"]],
  ["a yearly amount", "Добыча — 2,5 тыс. тонн в год.", ["2,5 тыс. тонн в год | = | /2500/ | t | a year"]],
  ["not more than", "Доля не превышает 1,3%.", ["не превышает 1,3% | <= | //1.3 | %"]],
  ["up to", "Китай контролирует до 90% рынка.", ["до 90% | <= | //90 | %"]],
  [
    "where growth arrives",
    "Выпуск вырастет в 7 раз, до 18 тыс. т.",
    ["7 раз | = | /7/ | times", "18 тыс. т | = | /18000/ | t"]
  ],
  ["an interval", "Спрос — от 2 до 3 тыс. тонн.", ["от 2 до 3 тыс. тонн | = | 2000//3000 | t"]],
  ["more than", "Более чем в 100 млрд рублей.", ["Более чем в 100 млрд рублей | > | 100000000000// | RUB"]],
  ["a rank", "Россия занимает пятое место в мире.", ["пятое место | = | /5/ | rank"]],
  ["one and a half", "Около полутора миллионов тонн.", ["Около полутора миллионов тонн | ~ | /1500000/ | t"]],
  [
    "a sum of scales",
    "Направят 3 млрд 200 млн рублей.",
    ["3 млрд 200 млн рублей | = | /3.2e+9/ | RUB".replace("3.2e+9", "3200000000")]
  ],
  ["every fifth", "Каждая пятая семья ждёт.", ["Каждая пятая | = | /0.2/ | fraction"]],
  [
    "one of so many",
    "Уходит один из пяти, остаётся каждый четвёртый.",
    ["один из пяти | = | /0.2/ | fraction", "каждый четвёртый | = | /0.25/ | fraction"]
  ],
  [
    "words in other cases",
    "Бывает до восьмисот, меньше сотни.",
    ["до восьмисот | <= | //800 | 1", "меньше сотни | < | //100 | 1"]
  ],
  ["half of something in one word", "Ждут минимум полгода.", ["минимум полгода | >= | 0.5// | yr"]],
  ["not less than", "Из них не менее 70 процентов.", ["не менее 70 процентов | >= | 70// | %"]],
  ["square metres", "Сдано 418,6 тыс. кв. метров.", ["418,6 тыс. кв. метров | = | /418600/ | m²"]],
  [
    "from one to another",
    "Расходы выросли с 41,5 до 68 миллиардов рублей.",
    ["41,5 | = | /41500000000/ | RUB", "68 миллиардов рублей | = | /68000000000/ | RUB"]
  ],
  [
    "twice, and several times",
    "Их вдвое меньше, но это в несколько раз дороже.",
    ["вдвое | = | /2/ | times", "в несколько раз | unquantified | // | multiple"]
  ],
  [
    "how often, and how many times as much",
    "Завод трижды продавали и пять раз закрывали, а цена выросла в три раза и стала втрое выше, в два раза больше.",
    [
      "трижды | = | /3/ | occasions",
      "пять раз | = | /5/ | occasions",
      "три раза | = | /3/ | times",
      "втрое | = | /3/ | times",
      "два раза | = | /2/ | times"
    ]
  ],
  [
    "a range of two words with a hyphen",
    "Цех даёт четырнадцать-пятнадцать тонн в день, а рабочий получает две-три тысячи рублей.",
    ["четырнадцать-пятнадцать тонн в день | = | 14//15 | t | per day", "две-три тысячи рублей | = | 2000//3000 | RUB"]
  ],
  ["a rank in numerals", "Мы на 63-м месте среди 85 регионов.", ["63-м месте | = | /63/ | rank"]],
  ["numbers that are names", "Канал 9, каб. 318, № 47, тел. (4012) 55-10-20.", []],
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
