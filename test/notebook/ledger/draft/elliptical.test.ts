import { describe, expect, test } from "vitest";
import { found } from "./shown-expressions.ts";

/** What a number says of itself only by a sign, a second number, or the amounts around it. */
describe.each<[string, string, string[]]>([
  ["an age after a name", "Jo Lund, 67, has three cars.", ["three | = | /3/ | 1"]],
  [
    "a year’s worth of something",
    "It is spending €860 million, a little over a year’s revenue.",
    ["€860 million | = | /860000000/ | EUR", "a little over a year | > | 1// | yr"]
  ],
  [
    "things there are, after a length",
    "Each is up to 30 metres deep. There are 38.",
    ["up to 30 metres | <= | //30 | m", "38 | = | /38/ | 1"]
  ],
  ["what will top a sum", "Sales will top $1 trillion.", ["top $1 trillion | > | 1000000000000// | USD"]],
  ["hours and minutes by their letters", "The crossing takes 2h 40m.", ["2h 40m | = | /2.66667/ | h"]],
  [
    "two sizes of one thing",
    "The ship is 366 metres long and 51 wide.",
    ["366 metres | = | /366/ | m", "51 | = | /51/ | m"]
  ],
  [
    "a part of a sum",
    "It spent $240 million, of which 190 went to roads.",
    ["$240 million | = | /240000000/ | USD", "190 | = | /190000000/ | USD"]
  ],
  ["two statements side by side", "Sales fell 3% in May and 4.5 in June.", ["3% | = | /3/ | %", "4.5 | = | /4.5/ | %"]],
  [
    "a number below zero",
    "It fell to minus 40 degrees (–4%).",
    ["minus 40 degrees | = | /-40/ | °C", "–4% | = | /-4/ | %"]
  ],
  ["a temperature below zero", "It was 12 degrees below zero.", ["12 degrees below zero | = | /-12/ | °C"]],
  ["a dash that is no sign", "Seats 20 -30 and covid-19.", ["20 -30 | = | 20//30 | 1"]],
  ["two units that are one amount", "It took two hours and 15 minutes.", ["two hours and 15 minutes | = | /2.25/ | h"]],
  [
    "by how much and to what, after a verb of moving",
    "Bunkers eased $14 to $512 a tonne.",
    ["$14 | = | /14/ | USD", "$512 a tonne | = | /512/ | USD | per t"]
  ],
  [
    "millions of what was told in millions",
    "It was 1.3m dwt, against our 6m.",
    ["1.3m dwt | = | /1300000/ | dwt", "6m | = | /6000000/ | dwt"]
  ],
  ["barrels a day", "Demand grew 680,000 b/d.", ["680,000 b/d | = | /680000/ | bbl | per day"]],
  ["a currency after a name’s letters", "We have a Hold (target price NOK 165).", ["NOK 165 | = | /165/ | NOK"]],
  [
    "a multiple that another one goes on with",
    "Debt is $3.4 billion, or 2.9 times earnings; lenders allow at most 3.5.",
    ["$3.4 billion | = | /3400000000/ | USD", "2.9 times | = | /2.9/ | times", "at most 3.5 | <= | //3.5 | 1"]
  ],
  [
    "a unit of the sentence past a share",
    "It put output at 5.4 million tonnes, down 1.6%, and expects 5.6 million.",
    ["5.4 million tonnes | = | /5400000/ | t", "1.6% | = | /1.6/ | %", "5.6 million | = | /5600000/ | t"]
  ],
  [
    "a change in a unit told once",
    "Waits fell from 19 days to five.",
    ["19 days | = | /19/ | day", "five | = | /5/ | day"]
  ],
  [
    "a time that another one is held against",
    "It took six months instead of nineteen.",
    ["six months | = | /6/ | month", "nineteen | = | /19/ | month"]
  ],
  [
    "things that another count is held against",
    "We count 63 ships over the next 24 months, compared with 12.",
    ["63 | = | /63/ | 1", "24 months | = | /24/ | month", "12 | = | /12/ | 1"]
  ],
  [
    "a count beside another one",
    "A flat costs £1,240 a month. The list has 14,300 households; in 2016 it was 6,100.",
    ["£1,240 a month | = | /1240/ | GBP | per month", "14,300 | = | /14300/ | 1", "6,100 | = | /6100/ | 1"]
  ],
  ["an interval, whatever limits it", "It rises by at most 5–7%.", ["at most 5–7% | = | 5//7 | %"]],
  ["which time it was", "She came for a fifth time.", []],
  ["the past, and not past a number", "It was 12 tonnes in the past two years.", ["12 tonnes | = | /12/ | t"]],
  [
    "a hall of some size is no price",
    "It spends $1.1 million for a hall of 150 thousand tonnes.",
    ["$1.1 million | = | /1100000/ | USD", "150 thousand tonnes | = | /150000/ | t"]
  ]
])("English: %s", (_, text, expected) => {
  test(text, () => expect(found("en", text)).toEqual(expected));
});

describe.each<[string, string, string[]]>([
  [
    "by how much and how many times",
    "Она поднялась на 2,7 градуса – втрое быстрее.",
    ["2,7 градуса | = | /2.7/ | °C", "втрое | = | /3/ | times"]
  ],
  [
    "where a change begins",
    "Слой прогрелся с минус 6 до минус 2,3 °C.",
    ["минус 6 | = | /-6/ | °C", "минус 2,3 °C | = | /-2.3/ | °C"]
  ],
  ["hundreds in words", "Нужно полторы сотни трубок.", ["полторы сотни | = | /150/ | 1"]],
  [
    "by how much and to what, in a scale told once",
    "Долг вырос на 3 миллиарда и достиг 17.",
    ["3 миллиарда | = | /3000000000/ | 1", "17 | = | /17000000000/ | 1"]
  ],
  ["what stands below by «с»", "Собрали 26 центнеров с гектара.", ["26 центнеров с гектара | = | /26/ | q | per ha"]],
  [
    "a temperature below zero",
    "Было минус 40 градусов, днём 12 градусов мороза.",
    ["минус 40 градусов | = | /-40/ | °C", "12 градусов мороза | = | /-12/ | °C"]
  ],
  [
    "an interval below zero",
    "Ждут от минус шести до минус 2,3 °C.",
    ["от минус шести до минус 2,3 °C | = | -6//-2.3 | °C"]
  ],
  ["roubles and kopecks", "Литр стоит 29 рублей 40 копеек.", ["29 рублей 40 копеек | = | /29.4/ | RUB"]],
  [
    "what is counted per a thousand, and what it is held against",
    "Смертность — 3,9 на тысячу родившихся против 4,6.",
    ["3,9 на тысячу | = | /3.9/ | 1 | per 1000", "4,6 | = | /4.6/ | 1 | per 1000"]
  ],
  ["a difference is no rate", "Стало 12 врачей на тысячу больше.", ["12 | = | /12/ | 1", "тысячу | = | /1000/ | 1"]],
  ["cases out of a hundred", "Опухоль нашли в 61 случае из ста.", ["61 случае из ста | = | /0.61/ | fraction"]],
  ["which time it is", "Он сдаёт плазму пятый раз.", []],
  [
    "a number in words that counts nothing by itself",
    "Цены выросли на 7%, а удобрения — на двадцать два.",
    ["7% | = | /7/ | %", "двадцать два | = | /22/ | %"]
  ],
  ["words for people alone", "Из девяти врачей работают четверо.", ["девяти | = | /9/ | 1", "четверо | = | /4/ | 1"]],
  [
    "a norm that a time is held against",
    "Чинят шесть с половиной часов при нормативе восемь.",
    ["шесть с половиной часов | = | /6.5/ | h", "восемь | = | /8/ | h"]
  ],
  [
    "a limit that a clause before an abbreviation does not set",
    "Зарплата выросла на 8,7%, до 96,4 тыс. рублей, у сестёр — до 51 тысячи.",
    ["8,7% | = | /8.7/ | %", "96,4 тыс. рублей | = | /96400/ | RUB", "51 тысячи | = | /51000/ | RUB"]
  ],
  [
    "a ratio after billions",
    "Долг упал до 9,5 млрд рублей, отношение к прибыли — с 1,6 до 0,7.",
    ["9,5 млрд рублей | = | /9500000000/ | RUB", "1,6 | = | /1.6/ | 1", "0,7 | = | /0.7/ | 1"]
  ],
  [
    "a number alone in its own brackets",
    "Купили Египет (210 тыс. тонн) и Турция (155 тыс.).",
    ["210 тыс. тонн | = | /210000/ | t", "155 тыс. | = | /155000/ | t"]
  ],
  ["about so many times", "Новый обойдётся раза в три дороже.", ["раза в три | ~ | /3/ | 1"]]
])("Russian: %s", (_, text, expected) => {
  test(text, () => expect(found("ru", text)).toEqual(expected));
});
