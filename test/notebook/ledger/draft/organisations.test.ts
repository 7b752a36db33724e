import { expect, test } from "vitest";
import { readArticle } from "../../../../src/notebook/ledger/draft/article.ts";
import { draftSource } from "../../../../src/notebook/ledger/draft/draft-source.ts";
import { minimalLedger } from "../minimal-ledger.ts";

/** The names of whom an article's figures are put down to, and in which unit each is. */
function saidIn(text: string, publisher = "The Gazette"): { speaker: unknown; unit: string; review: string[] }[] {
  const article = readArticle(new TextEncoder().encode(`A heading\n${text}`), "post.txt");
  const sha256 = "0".repeat(64);
  const identity = { id: "post", title: null, publisher, url: null, date: "2026-03-02", authors: null, sha256 };
  const draft = draftSource(article, { ...identity, language: article.language }, minimalLedger());
  const names = new Map(draft.speakers.map(({ id, name }) => [id, name]));
  return draft.figures.map(({ speaker, unit, review }) => ({ speaker: names.get(speaker), unit, review }));
}

test.each([
  ["a name in quotation marks", "По оценке агентства «Прогноз», спрос вырастет на 12%.", "Прогноз"],
  ["the director of one", "Директор фирмы «Альфа» Роман Белов уверяет, что спрос вырос на 12%.", "Роман Белов"],
  ["a noun without a name", "По данным администрации района, спрос вырос на 12%.", "администрации района"],
  ["a verb in the present", "– Спрос вырос на 12%, – рассказывает Нина Лунд.", "Нина Лунд"],
  ["what comes after a comma", "Цена с НДС выросла на 12% с НДС, рассказал Антон Белов.", "Антон Белов"],
  ["who compiled it", "The index compiled by Lund Maritime dropped 7.4%.", "Lund Maritime"],
  ["an office before a name", "Harbour chair Jo Lund blames the road. Tolls are up 12%, she said.", "Jo Lund"],
  ["a title before a name", "Professor Jo Lund said that tolls are up 12%.", "Jo Lund"],
  [
    "a person at the end of an institute’s name",
    "По словам директора Института рек Льва Белова, спрос вырос на 12%.",
    "Льва Белова"
  ],
  [
    "a person after a place’s adjective",
    "По словам врача Лунской районной больницы Романа Белова, их 12%.",
    "Романа Белова"
  ],
  ["an economist of a bank", "Prices will rise 12%, said Lund Bank economist Jo Lund.", "Jo Lund"],
  ["an institute of something", "Доля выросла на 12%, сообщил Центр аграрных рынков.", "Центр аграрных рынков"],
  [
    "a ministry of something",
    "Министерство транспорта области сообщило о росте на 12%.",
    "Министерство транспорта области"
  ],
  [
    "an institute in the genitive",
    "По данным Лунского научного института воды, их 12%.",
    "Лунского научного института воды"
  ],
  [
    "who made a survey",
    "Доля равна 12%, следует из опроса, который провёл Институт социальной воды.",
    "Институт социальной воды"
  ],
  ["a press office of a firm", "Поток упал на 12%, сообщила пресс-служба компании «Альфа».", "Альфа"],
  ["what somebody is before the name", "Студент Роман Белов ждёт. «Цена выросла на 12%», – смеётся он.", "Роман Белов"],
  [
    "an office with what is told of it",
    "The state water commission, which counts monthly, put the loss at 12%.",
    "state water commission"
  ],
  ["several without a name", "It is too little, and unions say it has shed 12%.", "unions"],
  ["several after the verb", "Их на 12% меньше, жалуются застройщики.", "застройщики"],
  [
    "somebody of some owner",
    "“We lost 12%,” the finance chief of one owner with many ships told us.",
    "finance chief of one owner with many ships"
  ],
  ["a minister who orders", "Министр Антон Белов поручил увеличить охват на 12%.", "Антон Белов"],
  [
    "the institute amid a sentence",
    "Антон Белов ждёт. По оценке Лунского института воды, мало. Ущерб институт оценивает в 12%.",
    "Лунского института воды"
  ],
  [
    "an office with a firm in it before a colon",
    "Инженер треста «Альфа» Антон Белов приводит пример: просадка – 12%.",
    "Антон Белов"
  ],
  ["a quotation over two sentences", 'Jo Lund said: "It is late. My street has lost 12%."', "Jo Lund"],
  ["a name before a colon", "Jo Lund is an engineer. Jo Lund does not hesitate: 12% more.", "Jo Lund"]
])("%s", (_, text, speaker) => {
  const [figure] = saidIn(text);
  expect(figure?.speaker).toBe(speaker);
  expect(figure?.review).toContain("speaker");
});

test("“the company” in a release is the publisher", () => {
  const text = "Lund Power today opened a plant.\nThe company says that output rose by 12%.";
  expect(saidIn(text, "Lund Power")[0]?.speaker).toBe("Lund Power");
});

test("what follows “she said” is hers too, as a guess", () => {
  const text =
    "Jo Lund, the chief executive, spoke.\nShe said that a line was built. Once it runs, output would rise 12%.";
  expect(saidIn(text)[0]).toMatchObject({ speaker: "Jo Lund", review: expect.arrayContaining(["speaker"]) });
});

test.each([
  "«Мы ждём», – сказал Антон Белов.\n«Альфа» основана давно, её доля 12%.",
  "“Yes,” said Jo Lund.\n- We cut our forecast by 12%.\n- The fleet grew.\n- Scrapping is small."
])("neither a name in quotation marks nor a list opens speech: %s", (text) => {
  expect(saidIn(text, "Lund Post")[0]?.speaker).toBe("Lund Post");
});

test("“it says” is the organisation that spoke before", () => {
  expect(saidIn("The Road Agency said little. It says that sales rose by 12%.")[0]?.speaker).toBe("Road Agency");
});

test("a unit that is no unit of the vocabulary is as printed, and is marked", () => {
  const [figure] = saidIn("It earned $21 per box.");
  expect(figure?.unit).toBe("USD/box");
  expect(figure?.review).toContain("unit");
});

test.each([
  ["Shares in Tokyo closed at ¥498.", "JPY"],
  ["Shares in Shanghai closed at ¥498.", "CNY"]
])("%s", (text, unit) => expect(saidIn(text)[0]?.unit).toBe(unit));
